/** The question that is on, as each role sees it, and a student’s own answers. */
import { describe, expect, test } from 'vitest'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { you } from '../../server/lesson/views/own-slice.ts'
import { deckOf, questionOf, slideOf } from '../support/deck.ts'
import { pollView } from '../support/views.ts'
import { answered, at, closed, deck, lesson, opened, question, results, solution } from './views-lesson.ts'

describe('the poll', () => {
  const there = at(1, -1, 'q1')
  test('is the one of the current slide', () => {
    expect(pollView('student', lesson(), deck)).toBeNull()
    expect(pollView('student', lesson(there), deck)).toMatchObject({ id: 'one', phase: 'ready', round: 1 })
  })
  test.each(['student', 'screen'] as const)('holds no tally and no solution for a %s before they are shown', role => {
    for (const events of [[], [opened], [opened, answered], [opened, answered, closed]]) {
      const view = pollView(role, lesson(there, ...events), deck)
      expect(view).not.toHaveProperty('results')
      expect(view).not.toHaveProperty('solution')
      expect(JSON.stringify(view)).not.toMatch(/feedback|explanation|right/)
    }
  })
  test('changes nothing for students while they vote', () => {
    expect(pollView('student', lesson(there, opened, answered), deck)).toEqual(
      pollView('student', lesson(there, opened), deck),
    )
  })
  test('shows results and solution apart', () => {
    const shownResults = pollView('student', lesson(there, opened, answered, closed, results), deck)
    expect(shownResults).toMatchObject({ answered: 1, results: { counts: [1, 0], total: 1 } })
    expect(shownResults).not.toHaveProperty('solution')
    const shownSolution = pollView('student', lesson(there, opened, answered, closed, solution), deck)
    expect(shownSolution).toMatchObject({ solution: { correct: [1], explanation: 'explanation of one' } })
    expect(shownSolution).not.toHaveProperty('results')
  })
  test('shows the presenter all of it, and says what the others see', () => {
    expect(pollView('presenter', lesson(there, opened, answered), deck)).toMatchObject({
      answered: 1,
      results: { counts: [1, 0] },
      solution: { correct: [1] },
      shown: { results: false, solution: false },
    })
  })
  test('tells the presenter alone how many answers are right, once voting is closed', () => {
    const right: LessonEvent = { ...answered, student: 'bob', value: [1] }
    expect(pollView('presenter', lesson(there, opened, answered, right), deck)).not.toHaveProperty('right')
    expect(pollView('presenter', lesson(there, opened, answered, right, closed), deck)).toMatchObject({ right: 1 })
    for (const role of ['student', 'screen'] as const) {
      expect(pollView(role, lesson(there, opened, answered, right, closed, solution), deck)).not.toHaveProperty('right')
    }
  })
  test('of a live question shows the screen its tally while voting, and students not', () => {
    const live = deckOf([slideOf('intro', ['a'])], [slideOf('q1', ['q'], { question: { ...question, live: true } })])
    const voting = lesson(there, { ...opened, definition: { ...question, live: true } }, answered)
    expect(pollView('screen', voting, live)).toMatchObject({ results: { counts: [1, 0] }, shown: { results: false } })
    expect(pollView('student', voting, live)).not.toHaveProperty('results')
  })
})

test('which of the texts given are right is said with the solution, where the texts are told', () => {
  const definition = { ...question, kind: 'text' as const, entries: [{ text: 'chmod +x', right: true }] }
  const texts = deckOf([slideOf('intro', ['a'])], [slideOf('q1', ['q'], { question: definition })])
  const said = (student: string, value: string): LessonEvent => ({ ...answered, student, value })
  const events = [at(1, -1, 'q1'), { ...opened, definition }, said('ada', 'CHMOD +X'), said('bob', 'chmod -x'), closed]
  const told = (...more: LessonEvent[]) => pollView('student', lesson(...events, ...more), texts)?.solution
  expect(told(results)).toBeUndefined()
  expect(told(solution)).toEqual({ correct: [], texts: ['chmod +x'], explanation: question.explanation })
  expect(told(results, solution)).toMatchObject({ texts: ['chmod +x'], given: ['CHMOD +X'] })
})

describe('a student’s own slice', () => {
  test('says what no answer costs, to those who could have given one, once the solution is shown', () => {
    const definition = { ...question, points: 5, scoring: { scheme: 'amc' as const, bareme: { v: -1 } } }
    const late: LessonEvent = { type: 'joined', at: 21, student: 'late' }
    const before = lesson({ ...opened, definition }, answered, closed, late)
    const after = fold([solution], before)
    expect(you(before, 'bob', 't', deck)).not.toHaveProperty('missed')
    expect(you(after, 'bob', 't', deck).missed).toEqual({ one: -5 })
    for (const student of ['ada', 'late']) expect(you(after, student, 't', deck)).not.toHaveProperty('missed')
  })
  test('holds own answers, and what they were worth only with the solution', () => {
    expect(you(lesson(opened, answered, closed), 'ada', 't', deck).answers).toEqual({
      one: { round: 1, value: [0], at: 11 },
    })
    expect(you(lesson(opened, answered, closed, solution), 'ada', 't', deck).answers).toEqual({
      one: { round: 1, value: [0], at: 11, right: false, points: 0, feedback: ['feedback A'] },
    })
    expect(you(lesson(opened, answered), 'bob', 't', deck).answers).toEqual({})
  })
  test('tells an answer of an earlier round from one of the last', () => {
    const again: LessonEvent[] = [
      { type: 'opened', at: 30, poll: 'one', round: 2, definition: { ...question, points: 5 } },
      { type: 'closed', at: 40, poll: 'one', round: 2 },
    ]
    const both = fold([{ ...answered, at: 31, round: 2 }], lesson(opened, answered, closed, ...again.slice(0, 1)))
    expect(you(lesson(opened, answered, closed, ...again), 'ada', 't', deck).answers.one).toMatchObject({
      earlier: true,
    })
    expect(you(both, 'ada', 't', deck).answers.one).not.toHaveProperty('earlier')
  })
})

test.each(['__proto__', 'constructor', 'toString'])('a student keeps the answer to a question called %s', id => {
  const asked = questionOf(id, [true, false])
  const events: LessonEvent[] = [
    { type: 'opened', at: 10, poll: id, round: 1, definition: asked },
    { type: 'answered', at: 11, poll: id, round: 1, student: 'ada', value: [1] },
  ]
  const sent = JSON.parse(JSON.stringify(you(lesson(...events), 'ada', '', deck)))
  expect(Object.entries(sent.answers)).toMatchObject([[id, { round: 1, value: [1] }]])
})
