/** The presenter's page: gets in with the key from the link, and shows the board. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import { codeOf, type Entry, enterByAddress } from '../connection/access.ts'
import { connect } from '../connection/link.ts'
import { stayAwake } from '../connection/wake-lock.ts'
import { followLesson, words } from '../i18n/words.ts'
import { Gate } from '../ui/page/gate.tsx'
import { showPage } from '../ui/page/show-page.ts'
import { Clicker } from './clicker.tsx'
import { type ControlBoard, createControlBoard } from './control-board.ts'
import { Desk } from './desk/desk.tsx'
import { Dialogs } from './dialogs/dialogs.tsx'
import './presenter.css'

document.documentElement.dataset.scheme = 'dark'
void start(codeOf(location.pathname))

async function start(code: string) {
  const inside = signal<Inside | undefined>(undefined)
  const shown = showPage(<Page inside={inside} />, () => inside.value?.board.link.slices.lesson.value?.title ?? '')
  const entry = await enterByAddress(code)
  // The cookie that the key was traded for speaks for this page.
  const link = connect(code, 'presenter', () => undefined)
  effect(() => {
    followLesson(link.slices.lesson.value)
  })
  stayAwake(() => link.slices.lesson.value?.status === 'live')
  await shown
  inside.value = { board: createControlBoard(code, link), entry }
}

/** Once it is known how the key was taken. */
interface Inside {
  board: ControlBoard
  entry: Entry
}

function Page({ inside }: { inside: ReadonlySignal<Inside | undefined> }) {
  if (!inside.value) return <Connecting />
  const { board, entry } = inside.value
  const state = board.link.state.value
  // A class that has ended stays so when its server goes on to another one.
  const over = board.link.slices.lesson.value?.status === 'over'
  if (state.is === 'refused' && !over) return <Gate code={board.code} reason={state.reason} entry={entry} />
  // A desk of buttons that do nothing yet would promise too much to who may not come in.
  if (!board.link.slices.lesson.value) return <Connecting />
  const View = board.clicker.value ? Clicker : Desk
  return (
    <>
      <View board={board} />
      <Dialogs board={board} />
    </>
  )
}

const Connecting = () => (
  <p class="loading quiet" role="status">
    {words.value.common.connecting}
  </p>
)
