/** What a page makes of what it hears, without sockets. */
import { describe, expect, test } from 'vitest'
import { atFirst, type Heard, type Known, mayTry, step } from '../../../client/connection/link-step.ts'
import type { DeckView, SlidesMessage } from '../../../server/wire/deck-view.ts'
import type { LessonView, View } from '../../../server/wire/messages.ts'
import { REASONS, type Reason } from '../../../server/wire/protocol.ts'

const havingHeard = (heard: Heard[], known: Known = atFirst) =>
  heard.reduce((known, next) => step(known, next).known, known)

const view = (seq: number, slices: Omit<View, 'seq' | 'now'> = {}): Heard => ({
  is: 'view',
  view: { seq, now: 10_000 + seq, ...slices },
  at: 4_000,
})
const connected: Heard = { is: 'connected' }
const lesson = (version: string): LessonView => ({
  code: '482913',
  title: '',
  status: 'live',
  join: '',
  lang: '',
  version,
  identity: 'anonymous',
})

const slide = (id: string, step: number) => ({
  id,
  number: '1',
  steps: 2,
  attributes: {},
  html: `${id} as of step ${step}`,
  step,
})
const deckOf = (version: string, ...slides: ReturnType<typeof slide>[]): DeckView => ({
  version,
  title: '',
  lang: '',
  theme: '',
  highlightTheme: '',
  options: {},
  css: [],
  slides: [...slides.map(shown => [shown]), [null]],
})
const fetched = (version: string, ...slides: ReturnType<typeof slide>[]): Heard => ({
  is: 'deck',
  deck: deckOf(version, ...slides),
})
const shown = (version: string, h: number, id: string, step: number, from?: string): Heard => {
  const message: SlidesMessage = { version, slides: [{ h, v: 0, ...slide(id, step) }] }
  return { is: 'slides', message: from === undefined ? message : { ...message, from } }
}
const slidesOf = ({ deck }: Known) => deck?.slides.map(([slide]) => slide && `${slide.id} ${slide.step}`)

describe('a view', () => {
  test('brings some slices, and leaves the others as they were', () => {
    const poll = { poll: null }
    const known = havingHeard([view(1, { lesson: lesson('v1') }), view(2, poll)])
    expect(known.slices).toEqual({ lesson: lesson('v1'), poll: null })
  })
  test('that is older than the last one changes nothing', () => {
    const known = havingHeard([view(2, { poll: null })])
    expect(step(known, view(1, { lesson: lesson('v1') })).known).toBe(known)
  })
  test('counts whatever its number is, once the page was cut off: the server may be another', () => {
    const known = havingHeard([view(9), { is: 'disconnected' }, connected, view(1, { poll: null })])
    expect(known).toMatchObject({ seq: 1, slices: { poll: null } })
  })
  test('tells how far the server’s clock is ahead', () => {
    expect(havingHeard([view(5)]).clockOffset).toBe(6_005)
  })
})

test('a server that said it stops is forgotten once the page is connected again', () => {
  const stopping = havingHeard([view(1, { server: { status: 'stopping' }, poll: null }), { is: 'disconnected' }])
  expect(stopping.slices.server).toEqual({ status: 'stopping' })
  expect(havingHeard([connected], stopping).slices).toEqual({ poll: null })
})

describe('the deck', () => {
  const known = havingHeard([connected, fetched('v1', slide('intro', 0)), view(1, { lesson: lesson('v1') })])

  test('is fetched with every connection, and when a view names another version', () => {
    expect(step(atFirst, connected).fetchDeck).toBe(true)
    expect(step(known, connected).fetchDeck).toBe(true)
    expect(step(known, view(2, { lesson: lesson('v2') })).fetchDeck).toBe(true)
    expect(step(known, view(2, { lesson: lesson('v1') })).fetchDeck).toBe(false)
    expect(step(known, view(2, { poll: null })).fetchDeck).toBe(false)
  })
  test('takes slides and steps as they are shown', () => {
    expect(slidesOf(havingHeard([shown('v1', 0, 'intro', 1), shown('v1', 1, 'next', -1)], known))).toEqual([
      'intro 1',
      'next -1',
    ])
  })
  test('does not go back to an earlier step', () => {
    expect(slidesOf(havingHeard([shown('v1', 0, 'intro', -1)], known))).toEqual(['intro 0', null])
    expect(slidesOf(havingHeard([shown('v1', 1, 'next', 1), fetched('v1', slide('intro', 0))], known))).toEqual([
      'intro 0',
      'next 1',
    ])
  })
  test('takes an edit of the version that it has, even to fewer steps', () => {
    const edited = havingHeard([shown('v2', 0, 'intro', -1, 'v1')], known)
    expect(edited.deck?.version).toBe('v2')
    expect(slidesOf(edited)).toEqual(['intro -1', null])
  })
  test('is fetched again for slides of a version that it has not', () => {
    const asked = step(known, shown('v3', 0, 'intro', 1, 'v2'))
    expect(asked).toEqual({ known, fetchDeck: true })
  })
  test('gets what was shown while the first one was on its way, as far as that is of its version', () => {
    const early = [shown('v1', 1, 'next', -1), shown('v0', 0, 'old', 1)]
    const caughtUp = havingHeard([connected, ...early, fetched('v1', slide('intro', 0))])
    expect(slidesOf(caughtUp)).toEqual(['intro 0', 'next -1'])
    expect(caughtUp.early).toEqual([])
  })
  test('of another version replaces it whole', () => {
    expect(slidesOf(havingHeard([fetched('v2', slide('other', -1))], known))).toEqual(['other -1', null])
  })
})

describe('a refusal', () => {
  const refused = (reason?: Reason) => step(havingHeard([connected]), { is: 'refused', reason })

  test('that passes is not said, and the page tries again; one that a person can lift is said meanwhile', () => {
    const said = REASONS.filter(reason => refused(reason).known.state.is === 'refused')
    const tried = REASONS.filter(reason => refused(reason).retryIn)
    expect(tried).toEqual(['too-fast', 'locked', 'removed', 'not-saved', 'internal'])
    expect(said).toEqual(REASONS.filter(reason => !['too-fast', 'not-saved', 'internal'].includes(reason)))
  })
  test('without a reason is a connection that failed, which Socket.IO tries again', () => {
    expect(refused()).toMatchObject({ known: { state: { is: 'reconnecting' } }, retryIn: undefined })
    expect(step(atFirst, { is: 'refused', reason: undefined }).known.state).toEqual({ is: 'connecting' })
  })
  test('for good leaves a page that is looked at again as it is', () => {
    const resting = REASONS.filter(reason => !mayTry({ is: 'refused', reason }))
    expect(resting).not.toContain('locked')
    expect(resting).not.toContain('unknown-lesson')
    expect(resting).toContain('forbidden')
    expect(mayTry({ is: 'reconnecting' })).toBe(true)
  })
})
