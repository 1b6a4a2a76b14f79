/** The current slide's notes, as large as the presenter likes. */
import { words } from '../../i18n/words.ts'
import { Html } from '../../ui/html.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import type { ControlBoard } from '../control-board.ts'
import { InboxButton } from '../inbox/inbox.tsx'
import './notes.css'

export function Notes({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const notes = board.slide.value?.notes
  const { larger, smaller } = board.acts()
  return (
    <section class="notes" aria-label={presenter.notes}>
      <div class="notes-head">
        <h2 class="label">{presenter.notes}</h2>
        {!board.clicker.value && <InboxButton board={board} />}
        <button
          type="button"
          class="notes-size"
          data-by="-"
          disabled={!smaller}
          aria-label={presenter.smaller}
          onClick={smaller}
        />
        <button
          type="button"
          class="notes-size"
          data-by="+"
          disabled={!larger}
          aria-label={presenter.larger}
          onClick={larger}
        />
      </div>
      <Scroll class="notes-text" label={presenter.notesText} style={{ fontSize: board.notesSize.value }}>
        {notes && <Html html={notes} />}
        {board.slide.value && !notes && <p class="quiet notes-none">{presenter.noNotes}</p>}
      </Scroll>
    </section>
  )
}
