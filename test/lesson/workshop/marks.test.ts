/** Marks on tasks: given these events, when a student marks, then these events. */
import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import { entered, inShop, marked, moved, NOW, presenter, talking, when } from './workshop-lesson.ts'

const mark = (task: string, state: 'done' | 'stuck' | 'open' = 'done'): AnyCommand => ({ type: 'mark', task, state })

describe('a mark', () => {
  test('is remembered, and the same again changes nothing', () => {
    expect(when(inShop, mark('build'))).toEqual([marked('ada', 'build', 'done', NOW)])
    expect(when([...inShop, marked('ada', 'build', 'done')], mark('build'))).toEqual([])
    expect(when(inShop, mark('build', 'open'))).toEqual([])
    expect(when([...inShop, marked('ada', 'build', 'done')], mark('build', 'open'))).toEqual([
      marked('ada', 'build', 'open', NOW),
    ])
  })
  test('is for any task of the current workshop, on whichever of its slides the class is', () => {
    expect(when(inShop, mark('ship'))).toEqual([marked('ada', 'ship', 'done', NOW)])
    expect(when([...inShop, moved(1, 'more', 2_000, 1)], mark('build'))).toHaveLength(1)
  })
  test('is refused of tasks that there are none of, and of one that the deck shows as done', () => {
    expect(when(inShop, mark('nothing'))).toBe('unknown-task')
    expect(when(inShop, mark('example'))).toBe('unknown-task')
    expect(when(inShop, mark('__proto__'))).toBe('unknown-task')
  })
  test('is refused before the class comes to the workshop, and after it has left', () => {
    expect(when(talking, mark('build'))).toBe('not-open')
    expect(when(inShop, mark('clean'))).toBe('not-open')
    const later = [...inShop, moved(2, 'later', 9_000), entered('later', 9_000)]
    expect(when(later, mark('build'))).toBe('already-closed')
    expect(when(later, mark('clean'))).toHaveLength(1)
  })
  test("is a student's alone, and none after the end or from who was removed", () => {
    expect(when(inShop, mark('build'), presenter)).toBe('forbidden')
    expect(when(inShop, mark('build'), { role: 'screen' })).toBe('forbidden')
    expect(when([...inShop, { type: 'ended', at: 9 }], mark('build'))).toBe('over')
    expect(when([...inShop, { type: 'removed', at: 9, student: 'ada' }], mark('build'))).toBe('removed')
  })
  test('of a student whose joining could not be saved brings it along', () => {
    const dora = { role: 'student', id: 'dora' } as const
    expect(when(inShop, mark('build'), dora)).toEqual([
      { type: 'joined', at: NOW, student: 'dora' },
      marked('dora', 'build', 'done', NOW),
    ])
  })
  test('keeps when the student was first stuck', () => {
    const events = [
      marked('ada', 'build', 'stuck', 5),
      marked('ada', 'build', 'done', 7),
      marked('ada', 'build', 'stuck', 9),
    ]
    expect(
      fold([...inShop, ...events])
        .workshop.marks.get('build')
        ?.get('ada'),
    ).toEqual({ state: 'stuck', at: 9, stuckAt: 5 })
  })
})
