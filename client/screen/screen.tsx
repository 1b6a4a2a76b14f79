/** The projected page: gets in with the key from the link, and shows the wall. */
import { effect } from '@preact/signals'
import { codeOf, type Entry, enterByAddress } from '../connection/access.ts'
import { connect } from '../connection/link.ts'
import { followLesson } from '../i18n/words.ts'
import { Gate } from '../ui/page/gate.tsx'
import { showPage } from '../ui/page/show-page.ts'
import { Print, printing } from './print.tsx'
import { createShow, type Show } from './show.ts'
import { Wall } from './wall.tsx'

document.documentElement.dataset.scheme = 'dark'
void start(codeOf(location.pathname))

async function start(code: string) {
  const entry = await enterByAddress(code)
  // The cookie that the key was traded for speaks for this page.
  const link = connect(code, 'screen', () => undefined)
  effect(() => {
    followLesson(link.slices.lesson.value)
  })
  void showPage(<Page show={createShow(code, link)} entry={entry} />, () => link.slices.lesson.value?.title ?? '')
}

function Page({ show, entry }: { show: Show; entry: Entry }) {
  const state = show.link.state.value
  // A class that has ended stays so when its server goes on to another one.
  const over = show.link.slices.lesson.value?.status === 'over'
  if (state.is !== 'refused' || over) return printing() ? <Print link={show.link} /> : <Wall show={show} />
  return <Gate code={show.code} reason={state.reason} entry={entry} />
}
