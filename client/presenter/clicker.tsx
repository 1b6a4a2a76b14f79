/** The presenter's page in one hand: on, back, the question's one next action, and the notes. */
import type { Position } from '#wire/messages'
import { words } from '../i18n/words.ts'
import { Scroll } from '../ui/scroll.tsx'
import { ActButton } from './act-button.tsx'
import { Alarms } from './alarms.tsx'
import type { ControlBoard } from './control-board.ts'
import { Over, SlidePosition, Ways } from './desk/controls.tsx'
import { Current } from './desk/current.tsx'
import { Notes } from './desk/notes.tsx'
import { Hand } from './hand.tsx'
import { InboxButton } from './inbox/inbox.tsx'
import { Pulse } from './inbox/pulse.tsx'
import { PhoneReach } from './people/phone-reach.tsx'
import { Answers } from './question/question.tsx'
import { Progress } from './quiz/progress.tsx'
import { isLive, sidePanel } from './quiz/side-panel.ts'
import { RunSheet } from './run-sheet/run-sheet.tsx'
import { Elapsed, SegmentTime } from './run-sheet/time.tsx'
import { Board } from './workshop/board.tsx'
import './clicker.css'
import './clicker-sizes.css'

export function Clicker({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const { poll, quiz, workshop, lesson, segment, position } = board.link.slices
  const panel = sidePanel(board)
  return (
    <div class="clicker" data-question={panel !== undefined}>
      <header class="clicker-head">
        <h1 class="spoken">{lesson.value?.title ?? ''}</h1>
        <PhoneReach board={board} />
        <InboxButton board={board} brief />
        <ActButton board={board} act="menu" plain>
          {presenter.menu}
        </ActButton>
      </header>
      <main class="clicker-main">
        <Alarms board={board} />
        {position.value?.blank && (
          <div class="alarm alarm-act clicker-blanked">
            <p>{presenter.blanked}</p>
            <ActButton board={board} act="blank">
              {presenter.unblank}
            </ActButton>
          </div>
        )}
        <div class="clicker-place">
          <Current board={board} />
          <Titles board={board} />
        </div>
        {isLive(board) && (
          <div class="clicker-time small tabular">
            {segment.value && lesson.value?.startedAt !== undefined ? (
              <SegmentTime board={board} />
            ) : (
              <Elapsed board={board} />
            )}
            <Pulse board={board} brief />
          </div>
        )}
        <Scroll class="clicker-read" label={presenter.toRead}>
          {panel === 'question' && poll.value && <Answers poll={poll.value} />}
          {panel === 'quiz' && quiz.value && quiz.value.phase !== 'ready' && (
            <Progress board={board} quiz={quiz.value} />
          )}
          {workshop.value && <Board board={board} workshop={workshop.value} />}
          <Notes board={board} />
        </Scroll>
      </main>
      <section class="clicker-hand" aria-label={presenter.controls}>
        <board.toast.Toast />
        <Hand board={board} />
        {lesson.value?.status === 'over' ? <Over board={board} /> : <Ways board={board} />}
      </section>
      {board.sheet.value === 1 && <RunSheet board={board} />}
    </div>
  )
}

function Titles({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const at = board.link.slices.position.value
  const to = board.ahead.value
  const titleOf = (place: Position) =>
    board.outline.value.find(({ h, v }) => h === place.h && v === place.v)?.title ?? ''
  return (
    <div class="clicker-titles">
      <p class="clicker-title">{at && titleOf(at)}</p>
      <SlidePosition board={board} />
      <p class="clicker-next quiet small">
        {to ? presenter.nextTitle(titleOf(to)) : board.slide.value && presenter.endOfDeck}
      </p>
    </div>
  )
}
