/** The join code, shown large on every wall, or where this page may not say so, here alone. */
import { computed, effect, signal } from '@preact/signals'
import type { Link } from '../connection/link.ts'
import type { Act, Acts } from './keys.ts'

/** What would change the slide behind the sign, where only students would see it. */
const BEHIND: Act[] = [
  'next',
  'previous',
  'down',
  'up',
  'first',
  'last',
  'step',
  'vote',
  'reopen',
  'results',
  'solution',
  'again',
  'replay',
  'segment',
  'startQuiz',
  'stopQuiz',
  'oneByOne',
  'allResults',
  'allSolutions',
]

/** Whether the join code is shown large: on every wall, when this page may say so; else here alone. */
export function createJoinSign(link: Link) {
  const everywhere = computed(() => link.slices.lesson.value?.joinCode ?? false)
  const here = signal<boolean | undefined>(undefined)
  const stop = effect(() => {
    if (everywhere.value !== undefined) here.value = undefined
  })
  const shown = computed(() => here.value ?? everywhere.value)
  return { shown, show, uncover, close: stop }

  async function show(on: boolean) {
    here.value = on
    const sent = await link.send({ type: 'joinCode', shown: on })
    if (sent !== 'unreachable' && sent.ok && everywhere.value === on) here.value = undefined
  }

  /** While the sign is shown, the first press of what would change the slide behind it takes the sign away, and no more. */
  function uncover(acts: Acts): Acts {
    if (!shown.value) return acts
    const hide = () => void show(false)
    return { ...acts, ...Object.fromEntries(BEHIND.filter(act => acts[act]).map(act => [act, hide])) }
  }
}
