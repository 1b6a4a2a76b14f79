/** The front door: the code on the wall opens the class. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { CODE } from '#wire/protocol'
import { words } from '../i18n/words.ts'
import { showPage } from '../ui/page.ts'
import './home.css'

type Problem = 'incomplete' | 'unknown' | 'unreachable'

function Home() {
  const field = useRef<HTMLInputElement>(null)
  const code = useSignal('')
  const looking = useSignal(false)
  const problem = useSignal<Problem | undefined>(undefined)
  const { home } = words.value

  useEffect(() => {
    // Coming back with the browser's button shows the page as it was left.
    const rest = () => {
      looking.value = false
    }
    addEventListener('pageshow', rest)
    return () => removeEventListener('pageshow', rest)
  }, [looking])

  const join = async () => {
    if (looking.value) return
    if (!CODE.test(code.value)) return report('incomplete')
    looking.value = true
    problem.value = undefined
    const found = await look(code.value)
    if (found === 'here') return location.assign(`/${code.value}`)
    looking.value = false
    report(found)
  }
  const report = (found: Problem) => {
    problem.value = found
    field.current?.select()
  }

  return (
    <main class="home">
      <form
        class="home-form"
        noValidate
        onSubmit={event => {
          event.preventDefault()
          void join()
        }}
      >
        <h1 class="home-title">{home.title}</h1>
        <label class="home-label" for="code">
          {home.code}
        </label>
        <input
          ref={field}
          class="field home-code tabular"
          id="code"
          inputMode="numeric"
          autocomplete="off"
          aria-describedby="code-hint code-problem"
          aria-invalid={problem.value !== undefined}
          onInput={event => {
            const before = code.value
            code.value = event.currentTarget.value.replace(/\D/g, '')
            problem.value = undefined
            if (CODE.test(code.value) && code.value !== before) void join()
          }}
        />
        <div class="home-help">
          {!problem.value && (
            <p id="code-hint" class="small quiet">
              {home.hint}
            </p>
          )}
          <p id="code-problem" class="home-problem" role="alert">
            {problem.value === 'unknown' ? home.unknown(code.value) : problem.value && home[problem.value]}
          </p>
        </div>
        <button type="submit" class="button primary">
          {looking.value ? home.joining : home.join}
        </button>
      </form>
      <details class="home-presenter">
        <summary class="quiet">{home.presenter}</summary>
        <p class="small quiet">{home.presenterHelp}</p>
      </details>
    </main>
  )
}

async function look(code: string): Promise<'here' | 'unknown' | 'unreachable'> {
  try {
    const response = await fetch(`/api/lessons/${code}`)
    if (response.ok) return 'here'
    return response.status === 404 ? 'unknown' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

void showPage(<Home />, () => words.value.home.title)
