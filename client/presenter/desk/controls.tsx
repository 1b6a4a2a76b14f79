/** Going through the deck, and what the wall shows instead of it. */
import again from 'lucide-static/icons/history.svg?raw'
import back from 'lucide-static/icons/undo-2.svg?raw'
import { nextStep } from '../../control/question-flow.ts'
import { words } from '../../i18n/words.ts'
import { lastNumber } from '../../slides/outline.ts'
import { Icon } from '../../ui/icon.tsx'
import { ActButton } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { sidePanel, startsQuiz } from '../quiz/side-panel.ts'
import { timerPanel } from '../segments/timer.tsx'
import './controls.css'

export function Controls({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const { position, lesson } = board.link.slices
  if (lesson.value?.status === 'over') return <Over board={board} />
  const replay = board.drive.replay.value === 'show' ? presenter.replay : presenter.replayBack
  return (
    <section class="controls" aria-label={presenter.controls}>
      <Ways board={board} />
      <SlidePosition board={board} />
      <div class="controls-wall">
        {board.drive.replay.value && (
          <ActButton board={board} act="replay" plain title={replay}>
            <Icon svg={board.drive.replay.value === 'show' ? again : back} />
            <span class="spoken">{replay}</span>
          </ActButton>
        )}
        <ActButton board={board} act="blank" plain on={position.value?.blank ?? false}>
          {presenter.blank}
        </ActButton>
        <ActButton board={board} act="join" plain on={board.join.shown.value}>
          {presenter.joinCode}
        </ActButton>
      </div>
    </section>
  )
}

/** Back, and on: the larger one, and the page's one primary button unless a question has something to do first. */
export function Ways({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  return (
    <div class="controls-ways">
      <ActButton board={board} act="previous" class="controls-previous">
        {presenter.previous}
      </ActButton>
      <ActButton board={board} act="next" class="controls-next" primary={isFirst(board)}>
        {presenter.next}
      </ActButton>
    </div>
  )
}

/** Whether nothing else is to be done first. */
function isFirst(board: ControlBoard): boolean {
  const poll = board.link.slices.poll.value
  const panel = sidePanel(board)
  if (startsQuiz(board) || board.drive.quiz.stage.value === 'open' || timerPanel(board) === 'break') return false
  return panel !== 'question' || !poll || nextStep(poll) === 'next'
}

export function Over({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  return (
    <div class="controls">
      <p>{presenter.over}</p>
      <a href={`/${board.code}/report`} class="button primary">
        {presenter.reportPage}
      </a>
    </div>
  )
}

export function SlidePosition({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const position = board.link.slices.position.value
  const slide = board.outline.value.find(({ h, v }) => h === position?.h && v === position.v)
  const steps = board.slide.value?.steps ?? 0
  if (!position || !slide) return null
  return (
    <p class="controls-place quiet tabular">
      <span>{presenter.place(slide.number, lastNumber(board.outline.value))}</span>
      {steps > 0 && <span>{position.f < 0 ? presenter.steps(steps) : presenter.step(position.f + 1, steps)}</span>}
    </p>
  )
}
