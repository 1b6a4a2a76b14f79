/** The presenter's page: gets in with the key from the link, and shows the board. */
import { effect } from '@preact/signals'
import { codeOf, type Entry, enterByAddress } from '../access.ts'
import { lessonLang } from '../i18n/words.ts'
import { connect } from '../link.ts'
import { Gate } from '../ui/gate.tsx'
import { showPage } from '../ui/page.ts'
import { stayAwake } from '../wake.ts'
import { type Board, createBoard } from './board.ts'
import { Clicker } from './clicker.tsx'
import { Desk } from './desk.tsx'
import { Dialogs } from './dialogs.tsx'
import './presenter.css'

document.documentElement.dataset.scheme = 'dark'
void start(codeOf(location.pathname))

async function start(code: string) {
  const entry = await enterByAddress(code)
  // The cookie that the key was traded for speaks for this page.
  const link = connect(code, 'presenter', () => undefined)
  effect(() => {
    lessonLang.value = link.slices.lesson.value?.lang
  })
  stayAwake(() => link.slices.lesson.value?.status === 'live')
  void showPage(<Page board={createBoard(code, link)} entry={entry} />, () => link.slices.lesson.value?.title ?? '')
}

function Page({ board, entry }: { board: Board; entry: Entry }) {
  const state = board.link.state.value
  if (state.is === 'refused') return <Gate code={board.code} reason={state.reason} entry={entry} />
  const View = board.clicker.value ? Clicker : Desk
  return (
    <>
      <View board={board} />
      <Dialogs board={board} />
    </>
  )
}
