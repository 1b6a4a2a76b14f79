/** The hints that came for a task, in order, with code to copy. */
import bulb from 'lucide-static/icons/lightbulb.svg?raw'
import { useEffect, useMemo, useRef } from 'preact/hooks'
import { lateWords } from '../../i18n/late-words.ts'
import { Icon } from '../../ui/icon.tsx'
import { Feedback } from '../outcome/feedback.tsx'
import type { Session } from '../session.ts'
import { CodeBlock, textOf } from '../slide/code.tsx'
import { hintPlace, watchSeen } from './fresh-hint.ts'
import { hintsOf } from './own-marks.ts'

export function Hints({ session, task }: { session: Session; task: string }) {
  const { workshop } = lateWords.value
  const hints = hintsOf(session, task)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => (list.current ? watchSeen(list.current, task) : undefined), [task, hints.length])
  if (hints.length === 0) return null
  return (
    <div ref={list} id={hintPlace(task)} class="hints">
      {hints.map((html, index) => (
        <div key={html} class="hint">
          <p class="hint-name small">
            <Icon svg={bulb} />
            {hints.length > 1 ? workshop.hintOf(index + 1) : workshop.hint}
          </p>
          <Hint session={session} html={html} />
        </div>
      ))}
    </div>
  )
}

function Hint({ session, html }: { session: Session; html: string }) {
  const parts = useMemo(() => partsOf(html), [html])
  return parts.map(({ code, text }) =>
    code ? (
      <CodeBlock key={text} text={text} number={undefined} />
    ) : (
      <Feedback key={text} session={session} html={text} />
    ),
  )
}

/** Its blocks of code, and the HTML between them. */
function partsOf(html: string): { code: boolean; text: string }[] {
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html })
  const parts: { code: boolean; text: string }[] = []
  for (const node of content.childNodes) {
    const last = parts.at(-1)
    const text = node instanceof Element ? node.outerHTML : (node.textContent ?? '')
    if (node instanceof HTMLPreElement) parts.push({ code: true, text: textOf(node) })
    else if (last && !last.code) last.text += text
    else if (text.trim()) parts.push({ code: false, text })
  }
  return parts
}
