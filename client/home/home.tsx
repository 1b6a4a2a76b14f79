/** The front door: the code on the wall opens the class. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { CODE } from '#wire/protocol'
import { isOwnComputer } from '../connection/own-computer.ts'
import { grouped, unbroken } from '../control/join-text.ts'
import { words } from '../i18n/words.ts'
import { showPage } from '../ui/page/show-page.ts'
import { codeIn } from './typed-code.ts'
import './home.css'

type Problem = 'incomplete' | 'unknown' | 'unreachable'

function Home() {
  const { home } = words.value
  return (
    <main class="home">
      <p class="home-brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        Amphi
      </p>
      <Door />
      <details class="home-presenter">
        <summary class="quiet">{home.presenter}</summary>
        <p class="small quiet">{home.presenterHelp}</p>
        {isOwnComputer(location.hostname) && (
          <p>
            <a class="link" href="/teach">
              {home.lessons}
            </a>
          </p>
        )}
      </details>
    </main>
  )
}

function Door() {
  const field = useRef<HTMLInputElement>(null)
  const code = useSignal('')
  const looking = useSignal(false)
  const problem = useSignal<Problem | undefined>(undefined)
  const { home } = words.value

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    // Coming back with the browser's button shows the page as it was left.
    const rest = () => {
      looking.value = false
    }
    addEventListener('pageshow', rest)
    return () => removeEventListener('pageshow', rest)
  }, [looking])

  const join = async (): Promise<void> => {
    if (looking.value) return
    if (!CODE.test(code.value)) return report('incomplete')
    looking.value = true
    problem.value = undefined
    const asked = code.value
    const found = await look(asked)
    looking.value = false
    // Typed over while it was looked up.
    if (asked !== code.value) return CODE.test(code.value) ? join() : undefined
    if (found !== 'here') return report(found)
    looking.value = true
    location.assign(`/${asked}`)
  }
  const report = (found: Problem) => {
    problem.value = found
    field.current?.select()
  }
  const onInput = ({ currentTarget: input, inputType }: InputEvent & { currentTarget: HTMLInputElement }) => {
    const before = code.value
    code.value = codeIn(input.value, inputType === 'insertFromPaste')
    problem.value = undefined
    // In two halves, as on the wall; not under the hands of somebody who mends a digit in the middle.
    if (input.selectionStart === input.value.length) input.value = grouped(code.value)
    if (CODE.test(code.value) && code.value !== before) void join()
  }

  return (
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
        enterkeyhint="go"
        autocomplete="off"
        placeholder="000 000"
        aria-describedby="code-hint code-problem"
        aria-invalid={problem.value !== undefined}
        onInput={onInput}
      />
      <button type="submit" class="button primary home-join" aria-busy={looking.value}>
        {looking.value ? home.joining : home.join}
      </button>
      <div class="home-help">
        <p id="code-hint" class="small quiet" hidden={problem.value !== undefined}>
          {home.hint}
        </p>
        <p id="code-problem" class="home-problem" role="alert">
          {problem.value === 'unknown' ? home.unknown(unbroken(code.value)) : problem.value && home[problem.value]}
        </p>
      </div>
    </form>
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
