/** Going through the deck, and what the wall shows instead of it. */

import { stride } from '../flow.ts'
import { words } from '../i18n/words.ts'
import type { Board } from './board.ts'
import { ActButton } from './button.tsx'

export function Controls({ board }: { board: Board }) {
  const { presenter } = words.value
  const { position, poll, lesson } = board.link.slices
  const next = !poll.value || stride(poll.value) === 'next'
  if (lesson.value?.status === 'over') {
    return (
      <div class="controls">
        <p>{presenter.over}</p>
        <a href={`/${board.code}/report`} class="button primary">
          {presenter.reportPage}
        </a>
      </div>
    )
  }
  return (
    <section class="controls" aria-label={presenter.controls}>
      <ActButton board={board} act="previous" class="controls-way">
        {presenter.previous}
      </ActButton>
      <ActButton board={board} act="next" class="controls-way" primary={next}>
        {presenter.next}
      </ActButton>
      <span class="controls-place quiet tabular">
        <Place board={board} />
      </span>
      <ActButton board={board} act="blank" on={position.value?.blank ?? false} class="controls-extra">
        {presenter.blank}
      </ActButton>
      <ActButton board={board} act="join" on={board.join.shown.value} class="controls-extra">
        {presenter.joinCode}
      </ActButton>
      {board.drive.replay.value && (
        <ActButton board={board} act="replay" class="controls-extra">
          {board.drive.replay.value === 'show' ? presenter.replay : presenter.replayBack}
        </ActButton>
      )}
    </section>
  )
}

function Place({ board }: { board: Board }) {
  const { presenter } = words.value
  const position = board.link.slices.position.value
  const index = board.outline.value.findIndex(({ h, v }) => h === position?.h && v === position.v)
  const steps = board.slide.value?.steps ?? 0
  if (!position || index < 0) return null
  return (
    <>
      {presenter.place(index + 1, board.outline.value.length)}
      {steps > 0 && <span class="controls-step">{presenter.step(position.f + 1, steps)}</span>}
    </>
  )
}
