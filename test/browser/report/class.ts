/** A class whose students write markup, formulas of a spreadsheet and Arabic. */
import type { Report } from '../../../server/wire/report-view.ts'
import { answerOf, pollOf, reportOf, studentOf } from '../../client/report/given.ts'

export const MINUTE = 60_000
export const START = Date.parse('2026-11-20T08:00:00Z')
export const HOSTILE = '<img src=x onerror="document.title=1">'

export const classOf = (students: Report['students']): Report => ({
  ...reportOf({
    students,
    timeline: [0, 5, 12].map((minute, h) => ({ at: START + minute * MINUTE, h, v: 0, number: h + 1 })),
    polls: [
      pollOf({
        prompt: `What does ${HOSTILE} do?`,
        choices: [HOSTILE, 'nothing'],
        keys: ['A', 'B'],
        points: 1,
        difficulty: 0.4,
        discrimination: -0.1,
        rounds: [
          {
            openedAt: START + 6 * MINUTE,
            closedAt: START + 7 * MINUTE,
            answered: 3,
            results: { total: 3, counts: [2, 1] },
            solution: { correct: [1] },
          },
        ],
      }),
      pollOf({
        id: 'words',
        kind: 'words',
        prompt: 'In a word?',
        rounds: [
          {
            openedAt: START + 8 * MINUTE,
            closedAt: START + 9 * MINUTE,
            answered: 2,
            results: {
              total: 2,
              counts: [],
              texts: [
                { text: HOSTILE, count: 1 },
                { text: 'مرحبا', count: 1 },
              ],
            },
          },
        ],
      }),
      pollOf({
        id: 'harder',
        prompt: 'Is it?',
        points: 1,
        difficulty: 0.3,
        rounds: [{ openedAt: START + 9 * MINUTE }],
      }),
    ],
    endedAt: START + 15 * MINUTE,
  }),
})

export const students = [
  studentOf({
    id: 'a1',
    name: HOSTILE,
    points: 0,
    mark: 0,
    answers: [
      answerOf({ at: START + 6 * MINUTE, right: false, points: 0 }),
      answerOf({ poll: 'words', value: HOSTILE, at: START + 8 * MINUTE }),
    ],
  }),
  studentOf({
    id: 'b2',
    name: '=1+1',
    points: 1,
    mark: 10,
    answers: [answerOf({ value: [1], right: true, points: 1 })],
  }),
  studentOf({
    id: 'c3',
    name: 'محمد',
    points: 0.5,
    mark: 5,
    removed: true,
    answers: [answerOf({ points: 0.5, right: false })],
  }),
]
