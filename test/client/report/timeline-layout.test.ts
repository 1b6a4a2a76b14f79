import { describe, expect, test } from 'vitest'
import { entriesOf } from '../../../client/report/timeline/timeline-entries.ts'
import { type Band, minutes, named, timelineOf } from '../../../client/report/timeline/timeline-layout.ts'
import { answerOf, pollOf, reportOf, studentOf } from './given.ts'

const MINUTE = 60_000

describe('the course of a class', () => {
  test('is nothing before a slide was gone to or a question opened', () => {
    expect(timelineOf(reportOf({}))).toBeUndefined()
  })

  test('numbers slides as the presenter’s page does, in the deck’s order', () => {
    const course = timelineOf(
      reportOf({
        timeline: [
          { at: 0, h: 2, v: 0, number: 5 },
          { at: 10, h: 1, v: 1, number: 3 },
          { at: 20, h: 10, v: 0, number: 13 },
          { at: 30, h: 1, v: 0, number: 2 },
        ],
      }),
    )
    expect(course?.slides).toEqual(['2', '3', '5', '13'])
    expect(course?.stops.map(({ slide }) => slide)).toEqual([2, 1, 3, 0])
  })

  test('calls slides as the wall did, two of one name each by itself', () => {
    const timeline = [
      { at: 0, h: 2, v: 0, number: 4, label: '3' },
      { at: 10, h: 0, v: 0, number: 1 },
      { at: 20, h: 1, v: 1, number: 3, label: '2.2' },
      { at: 30, h: 3, v: 0, number: 5, label: '3' },
    ]
    const course = timelineOf(reportOf({ timeline }))
    expect(course?.slides).toEqual(['1', '2.2', '3', '3'])
    expect(course?.stops.map(({ slide }) => slide)).toEqual([2, 0, 1, 3])
  })

  test('names slides by stack and place where the log does not say what they were called', () => {
    const places = [
      [2, 0],
      [1, 1],
      [1, 0],
    ] as const
    const course = timelineOf(reportOf({ timeline: places.map(([h, v], at) => ({ at, h, v })) }))
    expect(course?.slides).toEqual(['2.1', '2.2', '3.1'])
    expect(course?.stops.map(({ slide }) => slide)).toEqual([2, 1, 0])
  })

  test('has a band a round; one that is still open lasts until now', () => {
    const polls = [pollOf({ rounds: [{ openedAt: 10, closedAt: 20 }, { openedAt: 30 }] })]
    const course = timelineOf(reportOf({ polls, endedAt: undefined }), 50)
    expect(course?.bands.map(({ round, from, to }) => [round, from, to])).toEqual([
      [1, 10, 20],
      [2, 30, 50],
    ])
  })

  test('ends with the last that entriesOf when the lesson was only left open', () => {
    const timeline = [0, 5 * MINUTE].map(at => ({ at, h: 0, v: 0 }))
    expect(timelineOf(reportOf({ timeline, endedAt: 30 * MINUTE }))?.to).toBe(30 * MINUTE)
    expect(timelineOf(reportOf({ timeline, endedAt: 3 * 24 * 60 * MINUTE }))?.to).toBe(5 * MINUTE)
  })

  test('counts answers by the minute, and by a few in a longer class', () => {
    const students = [studentOf({ answers: [1, 2, MINUTE + 1].map(at => answerOf({ at })) })]
    const until = (to: number) => timelineOf(reportOf({ students, timeline: [0, to].map(at => ({ at, h: 0, v: 0 })) }))
    expect(until(90 * MINUTE)?.rate).toEqual({
      minutes: 1,
      bins: [
        { from: 0, to: MINUTE, count: 2 },
        { from: MINUTE, to: 2 * MINUTE, count: 1 },
      ],
    })
    expect(until(200 * MINUTE)?.rate).toEqual({ minutes: 2, bins: [{ from: 0, to: 2 * MINUTE, count: 3 }] })
  })

  test('is a list as well, in order of time', () => {
    const timeline = [0, 40].map((at, h) => ({ at, h, v: 0, number: h + 1 }))
    const polls = [pollOf({ rounds: [{ openedAt: 10, closedAt: 25, answered: 3 }] })]
    const course = timelineOf(reportOf({ timeline, polls, endedAt: 100 }))
    expect(course && entriesOf(course)).toEqual([
      { is: 'slide', at: 0, ms: 40, name: '1' },
      { is: 'round', at: 10, ms: 15, name: 'Q1', round: 1, answered: 3 },
      { is: 'slide', at: 40, ms: 60, name: '2' },
    ])
  })
})

describe('names of questions', () => {
  const band = (question: number, from: number): Band => ({ question, round: 1, from, to: from + 10, answered: 0 })

  test('stand in the middle of their bands', () => {
    expect(named([band(1, 0), band(2, 100)], 50)).toEqual([
      { name: 'Q1', at: 5 },
      { name: 'Q2', at: 105 },
    ])
  })

  test('are joined where there is no room for each', () => {
    expect(named([band(1, 0), band(2, 20), band(3, 40), band(4, 200)], 50)).toEqual([
      { name: 'Q1–3', at: 25 },
      { name: 'Q4', at: 205 },
    ])
  })

  test('name two rounds of one question once', () => {
    expect(named([band(1, 0), band(1, 20)], 50)).toEqual([{ name: 'Q1', at: 15 }])
  })
})

test('minutes are named as far as there is room', () => {
  const named = (to: number, most: number) => minutes({ from: 30_000, to }, most).map(minute => +minute / MINUTE)
  expect(named(4 * MINUTE, 9)).toEqual([1, 2, 3, 4])
  expect(named(9 * MINUTE, 4)).toEqual([1, 4, 7])
  expect(named(9 * MINUTE, 0)).toEqual([1])
  expect(named(40_000, 4)).toEqual([])
})
