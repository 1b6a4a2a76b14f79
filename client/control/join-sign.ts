/** How people get in, in a form to be read and typed. */
import { computed, effect, signal } from '@preact/signals'
import type { Link } from '../connection/link.ts'
import type { Act, Acts } from './keys.ts'

/** '482913' → '482 913' */
export const grouped = (code: string): string => code.replace(/(\d{3})(?=\d)/, '$1 ')

/** In a sentence, where it stays on one line. */
export const unbroken = (code: string): string => grouped(code).replace(' ', '\u00a0')

/** 'http://192.168.1.20:1948/482913' → '192.168.1.20:1948' */
export function address(join: string): string {
  return join.replace(/^https?:\/\//, '').replace(/\/\d{6}\/?$/, '')
}

/** Named after the address too, so that another address is another picture. */
export const qr = (code: string, join: string): string => `/${code}/qr.svg?${encodeURIComponent(join)}`

/** What would change the slide behind the sign, where only the students would see it. */
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
