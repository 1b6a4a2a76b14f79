/** Tells a screen reader what changed once it has settled: slides that only fly past are not read. */
import { effect, useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { textOf } from '#rules/html-text'
import { words } from '../../i18n/words.ts'
import { clock } from '../../ui/countdown.tsx'
import { rankText } from '../page/own-rank.tsx'
import { paceText } from '../paging/class-place.tsx'
import { isInQuiz } from '../quiz/quiz-state.ts'
import type { Session } from '../session.ts'

/** Ms that a state must last before it is spoken. */
const SETTLED = 1_000

export function LiveRegion({ session }: { session: Session }) {
  return (
    <div class="spoken" aria-live="polite">
      <Line text={() => slideText(session)} />
      <Line text={() => paceText(session)} />
      <Line text={() => pollText(session)} />
      <Line text={() => rankText(session)} />
    </div>
  )
}

function Line({ text }: { text: () => string }) {
  const said = useSignal('')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const stop = effect(() => {
      const next = text()
      clearTimeout(timer)
      timer = setTimeout(() => {
        said.value = next
      }, SETTLED)
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [])
  return <p>{said.value}</p>
}

function slideText({ link, slide, walking }: Session): string {
  const { student } = words.value
  if (link.slices.position.value?.blank && !walking.value) return student.blank
  return slide.value ? student.slideNumber(slide.value.number, slide.value.title ?? '') : ''
}

function pollText(session: Session): string {
  const { student } = words.value
  const { id = '', phase, left, prompt = '' } = session.poll.value ?? {}
  // A quiz says itself how it stands.
  if (isInQuiz(session, id)) return ''
  if (phase === 'closed') return student.closed
  if (phase !== 'open') return ''
  return left === undefined ? `${student.opened} ${textOf(prompt)}` : student.stopped(clock(Math.ceil(left / 1_000)))
}
