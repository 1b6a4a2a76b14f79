/** Who waits for help, the longest first: where they sit, what it is about, and who is on the way to whom. */
import { useId } from 'preact/hooks'
import type { HelpView, WorkshopView } from '#wire/segment-view'
import { words } from '../../i18n/words.ts'
import { Scroll } from '../../ui/scroll.tsx'
import { Key } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { isLive } from '../quiz/side-panel.ts'
import { useNow } from '../run-sheet/time.tsx'

interface Props {
  board: ControlBoard
  workshop: WorkshopView
}

export function Queue({ board, workshop }: Props) {
  const { workshop: text } = words.value.presenter
  const inHand = board.clicker.value ? callInHand(workshop) : undefined
  const help = (workshop.help ?? []).filter(({ student }) => student !== inHand?.student)
  if (help.length === 0) return inHand ? null : <p class="quiet small">{text.nobody}</p>
  return (
    <Scroll class="queue" label={text.queue}>
      <ol>
        {help.map(call => (
          <Call key={call.student} board={board} workshop={workshop} call={call} />
        ))}
      </ol>
    </Scroll>
  )
}

/** Whom one is on the way to, else who has waited longest: on a clicker it is under the thumb. */
export function callInHand(workshop: WorkshopView | null | undefined): HelpView | undefined {
  const help = workshop?.help ?? []
  return help.find(({ coming }) => coming) ?? help.find(({ trying }) => !trying) ?? help[0]
}

export function Call({ board, workshop, call }: Props & { call: HelpView }) {
  const { workshop: text } = words.value.presenter
  const id = useId()
  const { student, name, seat, coming, trying } = call
  return (
    <li class="call" data-coming={coming === true}>
      <span id={id} class="call-who">
        <bdi class="call-name">{name ?? seat ?? text.unnamed}</bdi>
        {name !== undefined && seat && <bdi class="quiet"> {seat}</bdi>}
      </span>
      <Wait board={board} since={call.since} />
      {isLive(board) && (
        <span class="call-act">
          {!coming && <CallButton board={board} act="coming" student={student} describedBy={id} />}
          <CallButton board={board} act="helped" student={student} describedBy={id} />
        </span>
      )}
      <span class="call-task quiet small">
        <About workshop={workshop} call={call} />
        {coming && <b> {text.onTheWay}</b>}
        {trying && <i> {text.trying}</i>}
      </span>
    </li>
  )
}

/** The task, and how many wait because of the same one. */
function About({ workshop: { tasks, help = [] }, call: { task } }: { workshop: WorkshopView; call: HelpView }) {
  const { workshop: text } = words.value.presenter
  const about = task === undefined ? undefined : tasks.find(({ id }) => id === task)
  if (!about) return null
  const same = help.filter(other => other.task === task).length
  return (
    <>
      <bdi class="call-about">{about.text}</bdi>
      {same > 1 && <b class="call-same tabular">{text.sameTask(same)}</b>}
    </>
  )
}

/** In whole minutes. */
function Wait({ board, since }: { board: ControlBoard; since: number }) {
  const { presenter } = words.value
  const minutes = Math.floor((useNow(board.link.now) - since) / 60_000)
  return (
    <span class="call-wait tabular small">{minutes < 1 ? presenter.workshop.now : presenter.minutes(minutes)}</span>
  )
}

/** Ms in which the next call, which moves up under the pointer, does not take the second click of a double one. */
const STEADY = 1_000
/** By `performance.now()`. */
let helpedAt = Number.NEGATIVE_INFINITY

interface CallButtonProps {
  board: ControlBoard
  act: 'coming' | 'helped'
  student: string
  describedBy: string
}

function CallButton({ board, act, student, describedBy }: CallButtonProps) {
  const first = board.link.slices.workshop.value?.help?.find(({ coming, trying }) =>
    act === 'helped' ? coming : !coming && !trying,
  )
  const press = () => {
    if (performance.now() - helpedAt < STEADY) return
    if (act === 'helped') helpedAt = performance.now()
    void board.drive.send({ type: act, student })
  }
  return (
    <button type="button" class="button" aria-describedby={describedBy} disabled={board.away.value} onClick={press}>
      {words.value.presenter.workshop[act]}
      {first?.student === student && <Key act={act} />}
    </button>
  )
}
