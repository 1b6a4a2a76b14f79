/** What a morning comes to, in figures. */
import { describe, expect, test } from 'vitest'
import {
  callsIn,
  finishColumns,
  lanesOf,
  planRows,
  quizFigures,
  toMend,
  waitFigures,
  workshopFigures,
  worstStep,
} from '../../../client/report/morning/morning-figures.ts'
import { timelineOf } from '../../../client/report/timeline/timeline-layout.ts'
import type { ReportPulse, ReportTask, ReportVisit } from '../../../server/wire/report-view.ts'
import { answerOf, reportOf, studentOf } from './given.ts'

const MINUTE = 60_000
const visit = (segment: string, at: number, until?: number, minutes?: number): ReportVisit => ({
  segment,
  kind: 'talk',
  title: segment.toUpperCase(),
  at: at * MINUTE,
  ...(until !== undefined && { until: until * MINUTE }),
  ...(minutes !== undefined && { seconds: minutes * 60 }),
})

describe('plan and course', () => {
  const visits = [visit('a', 0, 40, 50), visit('b', 40, 60), visit('a', 60, 75, 50), visit('c', 75, undefined, 15)]

  test('add up the visits to a part, and cut off the one that goes on', () => {
    expect(planRows(visits, 80 * MINUTE)).toEqual([
      { segment: 'a', kind: 'talk', title: 'A', planned: 50 * MINUTE, took: 55 * MINUTE },
      { segment: 'b', kind: 'talk', title: 'B', took: 20 * MINUTE },
      { segment: 'c', kind: 'talk', title: 'C', planned: 15 * MINUTE, took: 5 * MINUTE },
    ])
  })

  test('lie above one another, the planned parts end to end', () => {
    const lanes = lanesOf(visits, 80 * MINUTE).map(({ lane, title, from, to }) => [
      lane,
      title,
      from / MINUTE,
      to / MINUTE,
    ])
    expect(lanes).toEqual([
      ['plan', 'A', 0, 50],
      ['plan', 'C', 50, 65],
      ['course', 'A', 0, 40],
      ['course', 'B', 40, 60],
      ['course', 'A', 60, 75],
      ['course', 'C', 75, 80],
    ])
  })

  test('last as long as the workshop, though the slides on the wall stand still', () => {
    const timeline = [0, 1].map(minute => ({ at: minute * MINUTE, h: minute, v: 0 }))
    const segments = [visit('shop', 1, undefined, 120)]
    const endedAt = 130 * MINUTE
    expect(timelineOf(reportOf({ timeline, endedAt }))?.to).toBe(MINUTE)
    expect(timelineOf(reportOf({ timeline, segments, endedAt }))?.to).toBe(endedAt)
    const late = studentOf({ tasks: [{ task: 't', state: 'done', at: 125 * MINUTE }] })
    expect(timelineOf(reportOf({ timeline, students: [late], endedAt }))?.to).toBe(endedAt)
  })
})

describe('a quiz', () => {
  const quiz = { segment: 'q', title: '', polls: ['p'], openedAt: 10 * MINUTE }
  const finished = (id: string, minute: number) =>
    studentOf({ id, finished: [{ segment: 'q', at: (10 + minute) * MINUTE }] })

  test('has its students in the order of finishing, without those who were removed', () => {
    const students = [
      finished('a', 8),
      finished('b', 4),
      { ...finished('c', 1), removed: true },
      studentOf({ id: 'd', answers: [answerOf({ poll: 'p' })] }),
      studentOf({ id: 'e', answers: [answerOf({ poll: 'another' })] }),
    ]
    const { took, finishers, median } = quizFigures(reportOf({ students }), quiz)
    expect(took).toBe(3)
    expect(finishers.map(({ id, after }) => [id, after / MINUTE])).toEqual([
      ['b', 4],
      ['a', 8],
    ])
    expect(median).toBe(6 * MINUTE)
  })

  test('has a column for each minute until the last, or for a few', () => {
    const finishing = (...minutes: number[]) => minutes.map(minute => ({ id: '', name: '', after: minute * MINUTE }))
    expect(finishColumns(finishing(0.5, 2, 2.9)).map(({ count }) => count)).toEqual([1, 0, 2])
    expect(
      finishColumns(finishing(1, 59))
        .map(({ from, count }) => [from, count])
        .at(-1),
    ).toEqual([58, 1])
  })
})

describe('a workshop', () => {
  const task = (id: string): ReportTask => ({ id, text: id, done: [], stuck: 0, still: 0, hints: 0 })
  const shop = { segment: 'w', title: '', enteredAt: 10, tasks: [task('a'), task('b')] }
  const later = { ...shop, segment: 'x', enteredAt: 100 }

  test('says how many of its tasks half of the students have done', () => {
    const mark = (name: string, state: 'done' | 'stuck' = 'done') => ({ task: name, state, at: 1 })
    const students = [
      studentOf({ tasks: [mark('a'), mark('b')] }),
      studentOf({ tasks: [mark('a'), mark('elsewhere')] }),
      studentOf({ tasks: [mark('a', 'stuck')] }),
      studentOf({ tasks: [mark('elsewhere')] }),
      studentOf({ removed: true, tasks: [mark('a')] }),
    ]
    expect(workshopFigures(reportOf({ students }), shop)).toEqual({ took: 3, median: 1 })
    expect(workshopFigures(reportOf({}), shop)).toEqual({ took: 0, median: 0 })
  })

  test('has the calls for help that came while it was the last', () => {
    const help = [5, 20, 100].map(since => ({ student: 's', since }))
    const report = reportOf({ help, workshops: [shop, later] })
    expect(callsIn(report, shop).map(({ since }) => since)).toEqual([5, 20])
    expect(callsIn(report, later).map(({ since }) => since)).toEqual([100])
  })

  test('tells waits for who came, who helped themselves, and whom nobody reached', () => {
    const figures = waitFigures([
      { student: 'a', since: 0, comingAt: 10, endedAt: 90, by: 'student' },
      { student: 'b', since: 0, endedAt: 30, by: 'presenter' },
      { student: 'c', since: 0, endedAt: 5, by: 'student' },
      { student: 'd', since: 0 },
    ])
    expect(figures).toEqual({ calls: 4, median: 20, longest: 30, alone: 1, waiting: 1 })
    expect(waitFigures([])).toEqual({ calls: 0, alone: 0, waiting: 0 })
  })
})

describe('slides to mend', () => {
  const pulse = (slide: string, lost: number, fast: number, steps: ReportPulse['steps'] = []): ReportPulse => ({
    slide,
    lost,
    fast,
    clear: 9,
    steps,
  })

  test('are those where somebody was lost or too fast, the worst first', () => {
    expect(toMend([pulse('a', 0, 0), pulse('b', 1, 1), pulse('c', 3, 0)]).map(({ slide }) => slide)).toEqual(['c', 'b'])
  })

  test('name the step where most were lost', () => {
    expect(
      worstStep(
        pulse('a', 2, 0, [
          { f: -1, lost: 1 },
          { f: 2, lost: 4 },
        ]),
      ),
    ).toBe(3)
    expect(worstStep(pulse('a', 2, 0, [{ f: -1, lost: 4 }]))).toBeUndefined()
    expect(worstStep(pulse('a', 0, 2))).toBeUndefined()
  })
})
