/** What a presenter's page shows to somebody who may not see it: how to get in, or why it cannot be. */
import { useSignal } from '@preact/signals'
import type { Reason } from '#wire/protocol'
import { type Entry, trade } from '../../connection/access.ts'
import { words } from '../../i18n/words.ts'
import './gate.css'

interface Props {
  code: string
  reason: Reason
  /** How it went with what was in the link. */
  entry: Entry
}

export function Gate({ code, reason, entry }: Props) {
  const { gate } = words.value
  if (reason === 'forbidden') return <AskKey code={code} entry={entry} />
  if (reason === 'unknown-lesson') return <Sorry title={gate.unknown} help={gate.unknownHelp} elsewhere />
  if (reason === 'outdated') return <Sorry title={gate.outdated} help={gate.outdatedHelp} reload />
  return <Sorry title={gate.other} help={gate.otherHelp} reload />
}

function AskKey({ code, entry }: { code: string; entry: Entry }) {
  const { gate } = words.value
  const key = useSignal('')
  const problem = useSignal(entry)
  const enter = async (event: Event) => {
    event.preventDefault()
    if (!key.value.trim()) return
    problem.value = await trade(code, key.value)
    if (problem.value === 'in') location.reload()
  }
  return (
    <main class="gate">
      <h1>{gate.title}</h1>
      <p>{gate.help}</p>
      <form onSubmit={enter}>
        <label>
          {gate.key}
          <input
            class="field"
            type="text"
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            value={key.value}
            onInput={event => {
              key.value = event.currentTarget.value
            }}
            aria-describedby="gate-problem"
            aria-invalid={problem.value !== 'in'}
          />
        </label>
        <button class="button primary" type="submit">
          {gate.enter}
        </button>
      </form>
      <p id="gate-problem" class="gate-problem" role="status">
        {problem.value !== 'in' && gate[problem.value]}
      </p>
      <p>
        <a class="link" href={`/${code}`}>
          {gate.follow}
        </a>
      </p>
    </main>
  )
}

interface SorryProps {
  title: string
  help: string
  reload?: boolean
  /** Another code may be typed. */
  elsewhere?: boolean
}

function Sorry({ title, help, reload = false, elsewhere = false }: SorryProps) {
  return (
    <main class="gate">
      <h1>{title}</h1>
      <p>{help}</p>
      {reload && (
        <button class="button primary" type="button" onClick={() => location.reload()}>
          {words.value.gate.reload}
        </button>
      )}
      {elsewhere && (
        <a class="button primary" href="/">
          {words.value.gate.another}
        </a>
      )}
    </main>
  )
}
