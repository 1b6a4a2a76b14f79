/** Given events, when a command, then events: segments, their pace, and the countdown. */
import { describe, expect, test } from 'vitest'
import type { Segment } from '../../../server/deck/deck.ts'
import { decide } from '../../../server/lesson/decide.ts'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { deckOf, slideOf } from '../../support/deck.ts'

const mark = (kind: Segment['kind'], seconds?: number): Segment => ({
  kind,
  title: `the ${kind}`,
  pace: kind === 'workshop' ? 'self' : 'class',
  ...(seconds !== undefined && { seconds }),
})
const task = (id: string) => ({ id, text: `do ${id}`, hints: [] })
const deck = deckOf(
  [slideOf('cover', ['c'])],
  [slideOf('talk', ['t', 'u'], { segment: mark('talk', 600) }), slideOf('more', ['m'])],
  [slideOf('pause', ['p'], { segment: mark('break', 300) })],
  [
    slideOf('shop', ['w'], { segment: mark('workshop'), tasks: [task('a')] }),
    slideOf('shop2', ['x'], { tasks: [task('b'), { ...task('c'), done: true }] }),
  ],
)
const STARTED: LessonEvent[] = [{ type: 'started', at: 0, code: '123456', title: 'Test', deck: '/deck.md' }]
const presenter = { role: 'presenter' } as const

/** Gives commands one after the other, each a second later. @returns all events */
function play(commands: AnyCommand[], on = deck, given = STARTED): LessonEvent[] {
  const events = [...given]
  for (const command of commands) {
    const at = (events.at(-1)?.at ?? 0) + 1_000
    const role = command.type === 'arrive' ? 'server' : 'presenter'
    const decision = decide(command, { role }, fold(events), { deck: on, now: at })
    if (typeof decision === 'string') throw new Error(`${command.type}: ${decision}`)
    events.push(...decision)
  }
  return events
}
const go = (h: number, v = 0, f = -1): AnyCommand => ({ type: 'move', h, v, f })
const when = (events: LessonEvent[], command: AnyCommand, now = 1_000_000, on = deck) =>
  decide(command, presenter, fold(events), { deck: on, now })
const types = (events: LessonEvent[]) => events.map(({ type }) => type)

describe('entering', () => {
  test('is remembered each time, with what was planned then', () => {
    const events = play([go(0), go(1), go(1, 1), go(2), go(1), go(2)])
    const entered = events.filter(({ type }) => type === 'segmentEntered')
    expect(entered.map(event => 'segment' in event && event.segment)).toEqual(['talk', 'pause', 'talk', 'pause'])
    expect(entered[0]).toEqual({
      type: 'segmentEntered',
      at: 2_000,
      segment: 'talk',
      kind: 'talk',
      title: 'the talk',
      seconds: 600,
    })
    expect(fold(events).segments.get('talk')).toEqual({ enteredAt: 2_000 })
    expect(fold(events).visits.size).toBe(4)
  })

  test('does not happen for steps and slides within a segment, nor before the first', () => {
    expect(types(play([go(0)]))).toEqual(['started', 'moved'])
    const within = play([go(1), go(1, 0, 0), go(1, 1)])
    expect(types(within)).toEqual(['started', 'moved', 'segmentEntered', 'moved', 'moved'])
  })

  test('of a workshop lists the tasks that count', () => {
    const listed = play([go(3, 1)]).at(-1)
    expect(listed).toMatchObject({
      type: 'tasksListed',
      segment: 'shop',
      tasks: [
        { id: 'a', text: 'do a' },
        { id: 'b', text: 'do b' },
      ],
    })
  })

  test('after an edit, the tasks are listed again if they are others', () => {
    const shop = play([go(3)])
    expect(play([{ type: 'arrive' }], deck, shop)).toEqual(shop)
    const edited = deckOf([slideOf('shop', ['w'], { segment: mark('workshop'), tasks: [task('a'), task('z')] })])
    const lesson = fold(play([{ type: 'arrive' }], edited, shop))
    expect(lesson.workshop.tasks.get('shop')?.map(({ id }) => id)).toEqual(['a', 'z'])
    expect(lesson.visits.size).toBe(1)
  })

  test('a segment that an edit puts around the class is entered by it', () => {
    const bare = deckOf([slideOf('cover', ['c'])])
    const begun = play([go(0)], bare)
    const marked = deckOf([slideOf('cover', ['c'], { segment: mark('talk') })])
    expect(types(play([{ type: 'arrive' }], marked, begun))).toEqual(['started', 'moved', 'segmentEntered'])
  })
})

describe('pace', () => {
  test('is the presenter’s from then on, for the current segment alone', () => {
    const shop = play([go(3)])
    const held = play([{ type: 'pace', segment: 'shop', to: 'class' }], deck, shop)
    expect(held.at(-1)).toMatchObject({ type: 'paceSet', segment: 'shop', to: 'class' })
    expect(when(held, { type: 'pace', segment: 'shop', to: 'class' })).toEqual([])
    expect(when(held, { type: 'pace', segment: 'talk', to: 'self' })).toBe('not-open')
    expect(when(play([go(1)], deck, held), { type: 'pace', segment: 'shop', to: 'self' })).toBe('already-closed')
    expect(when(held, { type: 'pace', segment: 'shop2', to: 'self' })).toBe('unknown-segment')
    expect(when(shop, { type: 'pace', segment: 'shop', to: 'self' })).toEqual([])
  })

  test('holds when the segment is left and entered again', () => {
    const lesson = fold(play([go(3), { type: 'pace', segment: 'shop', to: 'class' }, go(1), go(3)]))
    expect(lesson.segments.get('shop')?.pace).toBe('class')
  })
})

describe('the countdown', () => {
  const pause = play([go(1), go(2)])

  test('of a break begins with it', () => {
    expect(pause.at(-1)).toEqual({
      type: 'timerSet',
      at: 2_000,
      endsAt: 302_000,
      seconds: 300,
      kind: 'break',
      segment: 'pause',
    })
  })

  test('of a break goes on after a look back, and begins anew once it is over', () => {
    expect(fold(play([go(1), go(2)], deck, pause)).timer?.endsAt).toBe(302_000)
    const later: LessonEvent[] = [...pause, { type: 'blanked', at: 400_000, on: true }]
    expect(fold(play([go(1), go(2)], deck, later)).timer?.endsAt).toBe(702_000)
  })

  test('can be made longer, from now on if it is over, and not where there is none', () => {
    const more = { type: 'extendTimer', seconds: 60 } as const
    expect(when(pause, more, 10_000)).toMatchObject([{ endsAt: 362_000, seconds: 360, kind: 'break' }])
    expect(when(pause, more, 500_000)).toMatchObject([{ endsAt: 560_000, seconds: 360 }])
    expect(when(play([go(1)]), more)).toBe('not-open')
    expect(when(play([go(3)], deck, pause), more)).toBe('not-open')
  })

  test('that the presenter starts stands on every slide until it is stopped', () => {
    const set = play([go(1), { type: 'timer', seconds: 90 }])
    expect(set.at(-1)).toEqual({ type: 'timerSet', at: 2_000, endsAt: 92_000, seconds: 90, kind: 'timer' })
    const on = play([go(1, 1)], deck, set)
    expect(fold(on).timer).toBeDefined()
    expect(types(play([{ type: 'stopTimer' }], deck, on)).at(-1)).toBe('timerStopped')
    expect(when(play([{ type: 'stopTimer' }], deck, on), { type: 'stopTimer' })).toEqual([])
  })

  test('that is over leaves with the slide', () => {
    const over: LessonEvent[] = [
      ...play([go(1), { type: 'timer', seconds: 5 }]),
      { type: 'blanked', at: 20_000, on: true },
    ]
    expect(fold(play([go(1, 0, 0)], deck, over)).timer).toBeDefined()
    expect(fold(play([go(1, 1)], deck, over)).timer).toBeUndefined()
  })
})
