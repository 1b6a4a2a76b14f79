import { describe, expect, test } from 'vitest'
import { named, type Order, rowsOf, sorted } from '../../../client/report/students/rows.ts'
import { answerOf, pollOf, reportOf, studentOf } from './given.ts'

const polls = [pollOf({ points: 2, keys: ['B', 'C', 'A'] })]
const cellOf = (parts: Partial<ReturnType<typeof studentOf>>) =>
  rowsOf(reportOf({ polls, students: [studentOf(parts)] }))[0]?.cells[0]

describe('what became of a question', () => {
  test.each([
    ['right', answerOf({ right: true, points: 2 })],
    ['partly', answerOf({ right: false, points: 0.5 })],
    ['wrong', answerOf({ right: false, points: 0 })],
    ['wrong', answerOf({ right: false, points: -1 })],
    ['given', answerOf({})],
  ])('is %s', (verdict, answer) => {
    expect(cellOf({ answers: [answer] })?.verdict).toBe(verdict)
  })

  test('is nothing without an answer, with the points that this costs', () => {
    expect(cellOf({})).toEqual({ poll: 'q', verdict: 'none', given: '', points: 0 })
    expect(cellOf({ unanswered: [{ poll: 'q', round: 1, points: -0.5 }] })?.points).toBe(-0.5)
  })

  test('goes by the last round alone', () => {
    const twice = [pollOf({ points: 1, keys: ['A', 'B'], rounds: [{}, {}] })]
    const answers = [answerOf({ right: false, points: 0 }), answerOf({ round: 2, value: [1], right: true, points: 1 })]
    const [both, first] = rowsOf(
      reportOf({ polls: twice, students: [studentOf({ answers }), studentOf({ answers: answers.slice(0, 1) })] }),
    )
    expect(both).toMatchObject({ right: 1, cells: [{ verdict: 'right', given: 'B' }] })
    expect(first).toMatchObject({ right: 0, cells: [{ verdict: 'none', given: '' }] })
  })
})

describe('an answer is told', () => {
  test('in the letters that were shown, in their order', () => {
    expect(cellOf({ answers: [answerOf({ value: [0, 2] })] })?.given).toBe('A B')
  })

  test('in the student’s order where that matters', () => {
    const order = [pollOf({ kind: 'order', keys: ['B', 'C', 'A'] })]
    const students = [studentOf({ answers: [answerOf({ value: [1, 2, 0] })] })]
    expect(rowsOf(reportOf({ polls: order, students }))[0]?.cells[0]?.given).toBe('C A B')
  })

  test('as it is when it is a number or a text', () => {
    expect(cellOf({ answers: [answerOf({ value: 3.14 })] })?.given).toBe('3.14')
    const students = [studentOf({ answers: [answerOf({ value: 3.14 })] })]
    const french = new Intl.NumberFormat('fr')
    expect(rowsOf(reportOf({ polls, students }), french.format)[0]?.cells[0]?.given).toBe('3,14')
    expect(cellOf({ answers: [answerOf({ value: '<b>' })] })?.given).toBe('<b>')
  })
})

describe('rows', () => {
  const rows = rowsOf(
    reportOf({
      polls,
      students: [
        studentOf({ id: 's10', name: 'Zoé', mark: 5 }),
        studentOf({ id: 's9', mark: 20, answers: [answerOf({ right: true, points: 2 })] }),
        studentOf({ id: 's2', name: 'adam', answers: [answerOf({ right: false, points: 0 })] }),
      ],
    }),
  )
  const order = (by: Order) => sorted(rows, by, 'en').map(({ id }) => id)

  test('are sorted by name as people do', () => {
    expect(order({ key: 'name', down: false })).toEqual(['s2', 's9', 's10'])
    expect(order({ key: 'name', down: true })).toEqual(['s10', 's9', 's2'])
  })

  test('without a mark or an answer come last, whichever way', () => {
    expect(order({ key: 'mark', down: true })).toEqual(['s9', 's10', 's2'])
    expect(order({ key: 'mark', down: false })).toEqual(['s10', 's9', 's2'])
    expect(order({ key: 0, down: false })).toEqual(['s2', 's9', 's10'])
    expect(order({ key: 0, down: true })).toEqual(['s9', 's2', 's10'])
  })

  test('are found by a part of the name, or of the alias of who gave none', () => {
    const found = (text: string) => named(rows, text).map(({ id }) => id)
    expect(found('ZOE')).toEqual(['s10'])
    expect(found('s9')).toEqual(['s9'])
    expect(found('')).toHaveLength(3)
  })
})
