/** The presenter's page as a whole. */
import { canvas } from '../canvas.ts'
import { words } from '../i18n/words.ts'
import { Stage } from '../ui/stage.tsx'
import type { Board } from './board.ts'
import { Controls } from './controls.tsx'
import { Dialogs } from './dialogs.tsx'
import { Head } from './head.tsx'
import { Mistakes } from './mistakes.tsx'
import { Notes } from './notes.tsx'
import { Question } from './question.tsx'
import { Sheet } from './sheet.tsx'
import './desk.css'
import './narrow.css'

/** A preview: at once where it should be, silent, and without the deck's own numbering. */
const PREVIEW = {
  transition: 'none',
  backgroundTransition: 'none',
  autoAnimate: false,
  autoPlayMedia: false,
  progress: false,
  slideNumber: false,
}

export function Desk({ board }: { board: Board }) {
  const { link, toast } = board
  const { presenter } = words.value
  const { poll, position } = link.slices
  const { width, height } = canvas(link.deck.value)
  return (
    <div class="desk" data-sheet={board.sheet.value === 1} data-question={Boolean(poll.value)}>
      <Head board={board} />
      {link.slices.lesson.value?.saving === false && (
        <p class="desk-alarm" role="alert">
          {presenter.notSaving}
        </p>
      )}
      <Mistakes board={board} />
      {board.sheet.value === 1 && <Sheet board={board} />}
      <main class="desk-main">
        <div class="desk-now" style={{ aspectRatio: `${width} / ${height}` }}>
          <Stage
            deck={link.deck}
            position={position}
            label={presenter.currentSlide}
            options={PREVIEW}
            hooks={board.hooks}
          />
          {!link.deck.value && <p class="desk-loading quiet">{presenter.loading}</p>}
          {position.value?.blank && <p class="desk-blank">{presenter.blanked}</p>}
        </div>
        <Controls board={board} />
      </main>
      <aside class="desk-side">
        <div class="desk-next">
          <h2 class="desk-label">{presenter.nextStep}</h2>
          <div class="desk-ahead" data-end={!board.ahead.value}>
            <Stage deck={link.deck} position={board.ahead} label={presenter.nextStep} options={PREVIEW} />
            {link.deck.value && !board.ahead.value && <p class="quiet">{presenter.endOfDeck}</p>}
          </div>
        </div>
        {poll.value && <Question board={board} poll={poll.value} />}
        <Notes board={board} />
      </aside>
      <Dialogs board={board} />
      <toast.Toast />
    </div>
  )
}
