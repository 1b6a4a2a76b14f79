/** Several rounds of a question in the report: edited in between, discarded, with students removed. */
import { describe, expect, test } from 'vitest'
import type { ChoiceQuestion, Question } from '../../server/deck/question-types.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { csv } from '../../server/report/csv.ts'
import { answered, joined, one, opened, reportOf, withKeys } from './sample-lessons.ts'

describe('rounds', () => {
  const reordered = withKeys(
    { ...one, choices: [one.choices[1], one.choices[0], one.choices[2]].flatMap(choice => choice ?? []) },
    ['A', 'B', 'C'],
  )
  const again = (definition: ChoiceQuestion, at: number): LessonEvent =>
    ({ ...opened(definition, at), round: 2 }) as LessonEvent

  test('each have their own question when the file was edited in between', () => {
    const it = reportOf(
      joined('s1', 2),
      opened(one, 3),
      answered(one, 1, 's1', [1], 4),
      { at: 5, type: 'closed', poll: 'one', round: 1 },
      again(reordered, 6),
      answered(one, 2, 's1', [0], 7),
    )
    const [poll] = it.polls
    expect(poll?.choices).toEqual(['choice 1', 'choice 0', 'choice 2'])
    expect(poll?.rounds.map(({ choices }) => choices)).toEqual([['choice 0', 'choice 1', 'choice 2'], undefined])
    expect(it.students[0]?.answers.map(({ right }) => right)).toEqual([true, true])
    const lines = csv(it, 'en', 'counts').split('\r\n')
    expect(lines.filter(line => /choice 1.*,1,1,1$/.test(line))).toHaveLength(2)
    expect(lines.filter(line => /choice 0.*,0,0,1$/.test(line))).toHaveLength(2)
  })

  test('have the meaning of a scale’s steps and the kind of question', () => {
    const wide: Question = {
      ...{ id: 'one', kind: 'scale', text: 'How clear?', prompt: 'How clear?', points: 1, live: false },
      ...{ min: 1, max: 3, labels: ['lost', 'fine', 'bored'] },
    }
    const turned: Question = { ...wide, labels: ['bored', 'fine', 'lost'] }
    const begun = (definition: Question, round: number): LessonEvent =>
      ({ at: 2 + round, type: 'opened', poll: 'one', round, definition }) as LessonEvent
    const rated: LessonEvent = { at: 4, type: 'answered', poll: 'one', round: 1, student: 's1', value: 1 }
    const lines = (...events: LessonEvent[]) =>
      csv(reportOf(joined('s1', 2), begun(wide, 1), rated, ...events), 'en', 'counts')
    expect(lines(begun(turned, 2))).toMatch(/,1,,1 \(lost\),,1,1\r\n/)
    expect(lines(begun(turned, 2))).toMatch(/,2,,1 \(bored\),,0,0\r\n/)
    expect(lines(again(one, 6))).toMatch(/,1,,1 \(lost\),,1,1\r\n/)
    const it = reportOf(joined('s1', 2), begun(wide, 1), rated, again(one, 6))
    expect(it.polls[0]).toMatchObject({ kind: 'choice', rounds: [{ kind: 'scale', scale: { max: 3 } }, { round: 2 }] })
    expect(it.polls[0]).not.toHaveProperty('scale')
  })

  test('are left out when discarded, and the next one counts', () => {
    const reset: LessonEvent = { at: 5, type: 'reset', poll: 'one', round: 1 }
    const discarded = [joined('s1', 2), opened(one, 3), answered(one, 1, 's1', [1], 4), reset]
    expect(reportOf(...discarded).polls).toEqual([])
    const it = reportOf(...discarded, again(one, 6), answered(one, 2, 's1', [0], 7))
    expect(it.polls[0]?.rounds.map(({ round, answered }) => [round, answered])).toEqual([[2, 1]])
    expect(it.students[0]).toMatchObject({ points: 0, answers: [{ round: 2, value: [0] }] })
  })

  test('do not count answers of a removed student until they are let back in', () => {
    const gone: LessonEvent = { at: 6, type: 'removed', student: 's1' }
    const back: LessonEvent = { at: 7, type: 'readmitted', student: 's1' }
    const before = [joined('s1', 2), joined('s2', 2), opened(one, 3), answered(one, 1, 's1', [1], 4)]
    const counts = (...events: LessonEvent[]) => reportOf(...before, ...events).polls[0]?.rounds[0]?.results
    expect(counts(gone)).toEqual({ total: 0, counts: [0, 0, 0] })
    expect(counts(gone, back)).toEqual({ total: 1, counts: [0, 1, 0] })
    expect(reportOf(...before, gone).students[0]).toMatchObject({ removed: true, points: 0, answers: [{ value: [1] }] })
  })
})
