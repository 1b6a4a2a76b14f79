/** What students wrote, first what most of them wanted to know. */

import { useSignal } from '@preact/signals'
import download from 'lucide-static/icons/download.svg?raw'
import { useEffect } from 'preact/hooks'
import type { Report, ReportMessage } from '#wire/report-view'
import { fileLang, words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { moment } from '../timeline/times.ts'

interface Props {
  report: Report
  messages: readonly ReportMessage[]
}

/** Messages that are drawn before more are asked for. */
const FIRST = 30

export function Messages({ report: { lesson }, messages }: Props) {
  const { report } = words.value
  const all = useSignal(false)
  useEffect(() => {
    const show = () => {
      all.value = true
    }
    addEventListener('beforeprint', show)
    return () => removeEventListener('beforeprint', show)
  }, [all])
  const sorted = messages.toSorted((a, b) => b.votes - a.votes || a.at - b.at)
  const shown = all.value ? sorted : sorted.slice(0, FIRST)
  const span = { from: messages[0]?.at ?? 0, to: messages.at(-1)?.at ?? 0 }
  return (
    <section class="report-part" aria-labelledby="report-messages">
      <h2 id="report-messages">{report.messages}</h2>
      <ol class="morning-messages">
        {shown.map(message => (
          <Message key={message.id} message={message} span={span} />
        ))}
      </ol>
      {shown.length < sorted.length && (
        <button
          class="button report-all"
          type="button"
          onClick={() => {
            all.value = true
          }}
        >
          {report.allMessages}
        </button>
      )}
      <p class="report-links">
        <a class="button" href={`/api/lessons/${lesson.code}/report.csv?table=messages&lang=${fileLang()}`} download>
          <Icon svg={download} /> {report.messagesCsv}
        </a>
      </p>
    </section>
  )
}

function Message({ message, span }: { message: ReportMessage; span: { from: number; to: number } }) {
  const { inbox } = words.value.presenter
  const { text, name, at, votes, state } = message
  return (
    <li class="morning-message">
      <p dir="auto">{text}</p>
      <p class="quiet small tabular">
        {votes > 0 && `${inbox.votes(votes)} · `}
        {inbox.states[state]} · {name === undefined ? inbox.unsigned : <bdi>{name}</bdi>} · {moment(at, span)}
      </p>
    </li>
  )
}
