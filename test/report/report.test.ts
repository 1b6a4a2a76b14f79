/** What is in the report of a lesson: polls, students and the time line. */
import { describe, expect, test } from 'vitest'
import { isRight } from '../../server/lesson/kinds/kinds.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { answerPoints } from '../../server/lesson/vote/answer-points.ts'
import { answered, joined, one, opened, reportOf, several, survey } from './sample-lessons.ts'

describe('an answer', () => {
  test('is right when exactly the right choices are picked, in any order', () => {
    expect(isRight(several, [0, 2])).toBe(true)
    expect(isRight(several, [2, 0])).toBe(true)
    expect(isRight(several, [0])).toBe(false)
    expect(isRight(several, [0, 1, 2])).toBe(false)
    expect(isRight(several, [])).toBe(false)
  })

  test('has all the points of its question or none', () => {
    expect(answerPoints(several, [0, 2])).toBe(2)
    expect(answerPoints(several, [0])).toBe(0)
  })

  test('to a survey is neither right nor wrong', () => {
    expect(isRight(survey, [0])).toBeUndefined()
    expect(answerPoints(survey, [0])).toBeUndefined()
  })
})

describe('a report', () => {
  test('of a lesson without polls and students is empty', () => {
    expect(reportOf()).toEqual({
      lesson: { code: '482913', title: 'Docker', startedAt: 1 },
      timeline: [],
      polls: [],
      students: [],
    })
  })

  test('has both text and HTML where HTML says more', () => {
    const maths = '<span class="katex">x</span>'
    const drawn = {
      ...one,
      prompt: `What is ${maths}?`,
      choices: one.choices.map(choice => ({ ...choice, html: choice.key === 'B' ? maths : '1 &#x3C; 2' })),
    }
    const [asked, plain] = reportOf(opened(drawn, 5), opened(survey, 6)).polls
    expect(asked?.html).toEqual({ prompt: drawn.prompt, choices: ['1 &#x3C; 2', maths, '1 &#x3C; 2'] })
    expect(asked).toMatchObject({ prompt: 'Which one?', choices: ['choice 0', 'choice 1', 'choice 2'] })
    expect(plain).not.toHaveProperty('html')
  })

  test('lists polls by first opening and students by joining, with right answers and points', () => {
    const it = reportOf(
      joined('zoe', 2),
      joined('adam', 3),
      { at: 4, type: 'named', student: 'adam', name: 'Adam' },
      opened(several, 5),
      answered(several, 1, 'zoe', [0, 2], 6),
      { at: 7, type: 'closed', poll: 'several', round: 1 },
      opened(one, 8),
      answered(one, 1, 'adam', [0], 9),
      answered(one, 1, 'zoe', [1], 10),
      { at: 11, type: 'ended' },
    )
    expect(it.lesson.endedAt).toBe(11)
    expect(it.polls.map(poll => poll.id)).toEqual(['several', 'one'])
    expect(it.polls[0]).toEqual({
      id: 'several',
      kind: 'choice',
      prompt: 'Which ones?',
      choices: ['choice 0', 'choice 1', 'choice 2'],
      keys: ['A', 'B', 'C'],
      points: 2,
      difficulty: 1,
      rounds: [
        {
          round: 1,
          openedAt: 5,
          closedAt: 7,
          answered: 1,
          results: { counts: [1, 0, 1], total: 1 },
          solution: { correct: [0, 2] },
        },
      ],
    })
    expect(it.students).toEqual([
      {
        id: 'zoe',
        points: 3,
        mark: 20,
        answers: [
          { poll: 'several', round: 1, value: [0, 2], at: 6, right: true, points: 2 },
          { poll: 'one', round: 1, value: [1], at: 10, right: true, points: 1 },
        ],
      },
      {
        id: 'adam',
        name: 'Adam',
        points: 0,
        mark: 0,
        answers: [{ poll: 'one', round: 1, value: [0], at: 9, right: false, points: 0 }],
      },
    ])
  })

  test('has every round of a poll with the last answer in each', () => {
    const it = reportOf(
      joined('s1', 2),
      opened(one, 3),
      answered(one, 1, 's1', [2], 4),
      answered(one, 1, 's1', [0], 5),
      opened(one, 6, 2),
      answered(one, 2, 's1', [1], 7),
    )
    expect(it.polls[0]?.rounds.map(round => round.results.counts)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ])
    expect(it.students[0]?.answers.map(answer => answer.right)).toEqual([false, true])
  })

  test('has no solution for a survey, and includes removed students', () => {
    const it = reportOf(joined('s1', 2), opened(survey, 3), answered(survey, 1, 's1', [1], 4), {
      at: 5,
      type: 'removed',
      student: 's1',
    })
    expect(it.polls[0]?.rounds[0]).not.toHaveProperty('solution')
    expect(it.students[0]?.answers).toEqual([{ poll: 'survey', round: 1, value: [1], at: 4 }])
  })
})

describe('the time line', () => {
  const moved = (at: number, h: number, v: number, f = -1, slide = `${h}.${v}`): LessonEvent => ({
    at,
    type: 'moved',
    h,
    v,
    f,
    slide,
  })

  test('has each change of slide, backward and forward, but no steps', () => {
    const walk = [moved(1, 0, 0), moved(2, 0, 0, 0), moved(3, 0, 1), moved(4, 1, 0), moved(5, 0, 1, 2), moved(6, 0, 1)]
    expect(reportOf(...walk).timeline).toEqual([
      { at: 1, h: 0, v: 0 },
      { at: 3, h: 0, v: 1 },
      { at: 4, h: 1, v: 0 },
      { at: 5, h: 0, v: 1 },
    ])
  })

  test('has the title that each slide had when it was shown', () => {
    const walk = [moved(1, 0, 0), { ...moved(2, 1, 1), number: 3 }, { ...moved(3, 2, 0), number: 4, label: '3' }]
    expect(reportOf(...walk).timeline).toEqual([
      { at: 1, h: 0, v: 0 },
      { at: 2, h: 1, v: 1, number: 3 },
      { at: 3, h: 2, v: 0, number: 4, label: '3' },
    ])
  })

  test('recognises a slide that an edit has moved', () => {
    const walk = [moved(1, 0, 0, -1, 'a'), moved(2, 1, 0, -1, 'b'), moved(3, 2, 0, 0, 'b'), moved(4, 3, 0, -1, 'c')]
    expect(reportOf(...walk).timeline.map(({ h }) => h)).toEqual([0, 1, 3])
  })

  test('is limited to ten thousand changes of slide', () => {
    const restless = Array.from({ length: 12_000 }, (_, at) => moved(at, at % 2, 0))
    const { timeline } = reportOf(...restless, moved(12_000, 5, 0), moved(12_001, 0, 0))
    expect(timeline).toHaveLength(10_001)
    expect(timeline.at(-1)).toEqual({ at: 12_000, h: 5, v: 0 })
  })
})
