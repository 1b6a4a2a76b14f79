/** What a presenter's page shows to somebody who may not see it: how to get in, or why it cannot be. */
import { useSignal } from '@preact/signals'
import type { Reason } from '#wire/protocol'
import { trade } from '../access.ts'
import { words } from '../i18n/words.ts'
import './gate.css'

interface Props {
  code: string
  reason: Reason
  /** A key in the link did not fit. */
  wrong?: boolean
}

export function Gate({ code, reason, wrong = false }: Props) {
  const { gate } = words.value
  if (reason === 'forbidden') return <AskKey code={code} wrong={wrong} />
  if (reason === 'unknown-lesson') return <Sorry title={gate.unknown} help={gate.unknownHelp} />
  if (reason === 'outdated') return <Sorry title={gate.outdated} help={gate.outdatedHelp} reload />
  return <Sorry title={gate.other} help={gate.otherHelp} reload />
}

function AskKey({ code, wrong }: { code: string; wrong: boolean }) {
  const { gate } = words.value
  const key = useSignal('')
  const problem = useSignal<'wrong' | 'unreachable' | undefined>(wrong ? 'wrong' : undefined)
  const enter = async (event: Event) => {
    event.preventDefault()
    if (!key.value.trim()) return
    const entry = await trade(code, key.value)
    if (entry === 'in') return location.reload()
    problem.value = entry
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
            aria-invalid={problem.value !== undefined}
          />
        </label>
        <button class="button primary" type="submit">
          {gate.enter}
        </button>
      </form>
      <p id="gate-problem" class="gate-problem" role="status">
        {problem.value && gate[problem.value]}
      </p>
    </main>
  )
}

function Sorry({ title, help, reload = false }: { title: string; help: string; reload?: boolean }) {
  return (
    <main class="gate">
      <h1>{title}</h1>
      <p>{help}</p>
      {reload && (
        <button class="button primary" type="button" onClick={() => location.reload()}>
          {words.value.gate.reload}
        </button>
      )}
    </main>
  )
}
