/** Hints: who is given which, and when. */
import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { due } from '../../../server/lesson/due.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { you } from '../../../server/lesson/views/own-slice.ts'
import { shownAssets } from '../../../server/lesson/views/visible-deck.ts'
import { deckOf, slideOf } from '../../support/deck.ts'
import {
  ada,
  BUILD,
  deck,
  ENTERED,
  entered,
  hintGiven,
  hintOf,
  inShop,
  lessonOf,
  marked,
  moved,
  NOW,
  presenter,
  talking,
  taskOf,
  when,
} from './workshop-lesson.ts'

const push = (to: 'stuck' | 'all', task = 'build', more: object = {}): AnyCommand => ({
  type: 'hint',
  task,
  to,
  ...more,
})
const hints = (student: string, events: LessonEvent[], on = deck) => you(lessonOf(...events), student, '', on).hints
const [FIRST, SECOND] = ['<p>first secret</p>', '<p>second secret</p>']

describe('a push', () => {
  test('gives the next hint, one after the other', () => {
    expect(when(inShop, push('stuck'), presenter)).toEqual([hintGiven('build', 1, 'stuck', NOW)])
    expect(when([...inShop, hintGiven('build', 1, 'stuck')], push('stuck'), presenter)).toEqual([
      hintGiven('build', 2, 'stuck', NOW),
    ])
    expect(when([...inShop, hintGiven('build', 1, 'stuck')], push('all'), presenter)).toEqual([
      hintGiven('build', 2, 'all', NOW),
    ])
  })
  test('gives nothing after the last; but to all what only the stuck have', () => {
    const last = [...inShop, hintGiven('build', 2, 'stuck')]
    expect(when(last, push('stuck'), presenter)).toEqual([])
    expect(when(last, push('all'), presenter)).toEqual([hintGiven('build', 2, 'all', NOW)])
    expect(when([...last, hintGiven('build', 2, 'all')], push('all'), presenter)).toEqual([])
  })
  test('of two presenters at once gives one hint, where they say which they mean', () => {
    expect(when([...inShop, hintGiven('build', 1, 'all')], push('all', 'build', { nth: 1 }), presenter)).toEqual([])
    expect(when(inShop, push('all', 'build', { nth: 1 }), presenter)).toHaveLength(1)
    expect(when(inShop, push('all', 'build', { nth: 2 }), presenter)).toBe('invalid')
  })
  test('is refused of tasks without hints, unknown ones, and those of another workshop', () => {
    expect(when(inShop, push('all', 'nothing'), presenter)).toBe('unknown-task')
    expect(when(inShop, push('all', 'example'), presenter)).toBe('unknown-task')
    expect(when(inShop, push('all', 'clean'), presenter)).toBe('not-open')
    expect(when([...inShop, moved(2, 'later'), entered('later')], push('all', 'clean'), presenter)).toBe('invalid')
    expect(when([...inShop, moved(2, 'later'), entered('later')], push('all'), presenter)).toBe('already-closed')
    expect(when(inShop, push('all'), ada)).toBe('forbidden')
  })
})

describe('a hint to those who are stuck', () => {
  const stuck = marked('ada', 'build', 'stuck')

  test('is theirs alone, and of those who get stuck later', () => {
    const given = [stuck, hintGiven('build', 1, 'stuck')]
    expect(hints('ada', given)).toEqual({ build: [FIRST] })
    expect(hints('ben', given)).toBeUndefined()
    expect(hints('ben', [...given, marked('ben', 'build', 'done', 4_000)])).toBeUndefined()
    expect(hints('ben', [...given, marked('ben', 'ship', 'stuck', 4_000)])).toBeUndefined()
    expect(hints('ben', [...given, marked('ben', 'build', 'stuck', 4_000)])).toEqual({ build: [FIRST] })
  })
  test('stays theirs, and the next is not for who is stuck no more', () => {
    const done = [
      stuck,
      hintGiven('build', 1, 'stuck'),
      marked('ada', 'build', 'done', 4_000),
      hintGiven('build', 2, 'stuck', 5_000),
    ]
    expect(hints('ada', done)).toEqual({ build: [FIRST] })
    expect(hints('ada', [...done, marked('ada', 'build', 'stuck', 6_000)])).toEqual({ build: [FIRST, SECOND] })
  })
  test('is no secret after it was given to all, and comes after those before it', () => {
    expect(hints('ben', [stuck, hintGiven('build', 1, 'stuck'), hintGiven('build', 2, 'all')])).toEqual({
      build: [FIRST, SECOND],
    })
  })
})

describe('a hint with a time', () => {
  const at = ENTERED + 480_000
  const next = (...events: LessonEvent[]) => due(lessonOf(...events), deck)
  const command = { type: 'hint', task: 'ship', to: 'stuck' }

  test('comes due that long after the class entered the workshop', () => {
    expect(next()).toEqual({ at, command })
    expect(due(fold(talking), deck)).toBeUndefined()
  })
  test('is given by the server, not before, and once', () => {
    const server = { role: 'server' } as const
    expect(when(inShop, push('stuck', 'ship'), server, at - 1)).toEqual([])
    expect(when(inShop, push('stuck', 'ship'), server, at)).toEqual([hintGiven('ship', 1, 'stuck', at)])
    expect(next(hintGiven('ship', 1, 'stuck', at))).toBeUndefined()
    expect(next(hintGiven('ship', 1, 'all', at))).toBeUndefined()
  })
  test('waits while the class is elsewhere, and comes when it is back', () => {
    const away = [moved(0, 'talk', 9_000), entered('talk', 9_000)]
    expect(next(...away)).toBeUndefined()
    expect(next(...away, moved(1, 'shop', at + 9), entered('shop', at + 9))).toEqual({ at, command })
  })
  test('brings those before it along, so that none is out of order', () => {
    const timed = deckOf(
      [slideOf('talk', ['t'])],
      [
        slideOf('shop', ['s'], {
          segment: { kind: 'workshop', title: '', pace: 'self' },
          tasks: [
            taskOf('build', [
              hintOf('a', { after: 60 }),
              hintOf('b'),
              hintOf('c', { after: 30 }),
              hintOf('d', { after: 90 }),
            ]),
          ],
        }),
      ],
    )
    const decided = (events: LessonEvent[], now: number) =>
      when([...inShop, ...events], push('stuck'), { role: 'server' }, now, timed)
    expect(due(lessonOf(), timed)?.at).toBe(ENTERED + 30_000)
    expect(decided([], ENTERED + 30_000)).toMatchObject([{ hint: 3 }])
    expect(decided([hintGiven('build', 3, 'stuck')], ENTERED + 60_000)).toEqual([])
    expect(due(lessonOf(hintGiven('build', 3, 'stuck')), timed)?.at).toBe(ENTERED + 90_000)
  })
  test('of a class that begins in its workshop counts from when the class begins', () => {
    const first = deckOf([
      slideOf('shop', ['s'], {
        segment: { kind: 'workshop', title: '', pace: 'self' },
        tasks: [taskOf('a', [hintOf('x', { after: 10 })])],
      }),
      slideOf('next', ['n']),
    ])
    const begun = [moved(0, 'shop', 0), entered('shop', 0), moved(0, 'next', 50_000, 1)]
    expect(due(fold(begun), first)?.at).toBe(60_000)
  })
})

describe('an edit', () => {
  const edited = (task = BUILD) =>
    deckOf(
      [slideOf('talk', ['t'])],
      [slideOf('shop', ['s'], { segment: { kind: 'workshop', title: '', pace: 'self' }, tasks: [task] })],
    )
  const given = [marked('ada', 'build', 'stuck'), hintGiven('build', 1, 'stuck')]

  test('of a hint is read by those who have it', () => {
    expect(hints('ada', given, edited(taskOf('build', [hintOf('<p>clearer</p>')])))).toEqual({
      build: ['<p>clearer</p>'],
    })
  })
  test('that takes the hint or the task away leaves nothing to read', () => {
    expect(hints('ada', given, edited(taskOf('build')))).toBeUndefined()
    expect(hints('ada', given, edited(taskOf('other', [hintOf('x')])))).toBeUndefined()
  })
})

test('the files of a hint are fetched once it is given to anybody', () => {
  expect(shownAssets(lessonOf(), deck).has('hint.png')).toBe(false)
  expect(shownAssets(lessonOf(hintGiven('ship', 1, 'all')), deck).has('hint.png')).toBe(false)
  expect(shownAssets(lessonOf(hintGiven('build', 1, 'stuck')), deck).has('hint.png')).toBe(true)
})
