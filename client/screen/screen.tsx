/** The projected page: gets in with the key from the link, and shows the wall. */
import { effect } from '@preact/signals'
import { codeOf, type Entry, enterByAddress } from '../connection/access.ts'
import { connect } from '../connection/link.ts'
import { followLesson } from '../i18n/words.ts'
import { Gate } from '../ui/page/gate.tsx'
import { showPage } from '../ui/page/show-page.ts'
import { Print, printing } from './print.tsx'
import { Wall } from './wall.tsx'
import { createWallState, type WallState } from './wall-state.ts'

document.documentElement.dataset.scheme = 'dark'
void start(codeOf(location.pathname))

async function start(code: string) {
  const entry = await enterByAddress(code)
  // The cookie that the key was traded for speaks for this page.
  const link = connect(code, 'screen', () => undefined)
  effect(() => {
    followLesson(link.slices.lesson.value)
  })
  void showPage(<Page wall={createWallState(code, link)} entry={entry} />, () => link.slices.lesson.value?.title ?? '')
}

function Page({ wall, entry }: { wall: WallState; entry: Entry }) {
  const state = wall.link.state.value
  // A class that has ended stays so when its server goes on to another one.
  const over = wall.link.slices.lesson.value?.status === 'over'
  if (state.is !== 'refused' || over) return printing() ? <Print link={wall.link} /> : <Wall wall={wall} />
  return <Gate code={wall.code} reason={state.reason} entry={entry} />
}
