/** What a morning comes to: its parts beside their plan, who finished a quiz when, what a workshop was like. Pure. */
import { median } from 'simple-statistics'
import type { Report, ReportCall, ReportPulse, ReportVisit, ReportWorkshop } from '#wire/report-view'
import { present } from '../figures.ts'

/** A part of the class, all visits together; times in ms. */
export interface PlanRow {
  segment: string
  kind: ReportVisit['kind']
  title: string
  planned?: number
  took: number
}

/** In the order of the first visits. @param to ms since the epoch, when a visit that goes on is cut off */
export function planRows(visits: readonly ReportVisit[], to: number): PlanRow[] {
  const bySegment = Map.groupBy(visits, ({ segment }) => segment)
  return [...bySegment].map(([segment, all]) => {
    const { kind = 'talk', title = '', seconds } = all.at(-1) ?? {}
    const took = all.reduce((sum, visit) => sum + lengthOf(visit, to), 0)
    return { segment, kind, title, took, ...(seconds !== undefined && { planned: seconds * 1_000 }) }
  })
}

const lengthOf = ({ at, until }: ReportVisit, to: number): number => Math.max(0, Math.min(until ?? to, to) - at)

/** A part on a line over time, ms since the epoch. */
export interface Lane {
  lane: 'plan' | 'course'
  title: string
  kind: ReportVisit['kind']
  from: number
  to: number
}

/** The parts as planned, one after the other from the beginning of the first, above those that there were. */
export function lanesOf(visits: readonly ReportVisit[], to: number): Lane[] {
  let at = visits[0]?.at ?? 0
  const plan = planRows(visits, to).flatMap(({ title, kind, planned }): Lane[] => {
    if (planned === undefined) return []
    const from = at
    at += planned
    return [{ lane: 'plan', title, kind, from, to: at }]
  })
  const course = visits.map(
    (visit): Lane => ({
      lane: 'course',
      title: visit.title,
      kind: visit.kind,
      from: visit.at,
      to: visit.at + lengthOf(visit, to),
    }),
  )
  return [...plan, ...course.filter(({ from, to }) => to > from)]
}

export interface Finisher {
  id: string
  name: string
  /** Ms from the start of the quiz. */
  after: number
}

export interface QuizFigures {
  /** Students who answered at least one of its questions, or are done. */
  took: number
  /** The first to finish comes first. */
  finishers: Finisher[]
  median?: number
}

export function quizFigures(report: Report, { segment, polls, openedAt }: NonNullable<Report['quizzes']>[number]) {
  const asked = new Set(polls)
  const students = present(report)
  const finishers = students
    .flatMap(({ id, name = id, finished = [] }): Finisher[] => {
      const at = finished.find(quiz => quiz.segment === segment)?.at
      return at === undefined ? [] : [{ id, name, after: Math.max(0, at - openedAt) }]
    })
    .sort((a, b) => a.after - b.after)
  const done = new Set(finishers.map(({ id }) => id))
  const took = students.filter(({ id, answers }) => done.has(id) || answers.some(({ poll }) => asked.has(poll)))
  const figures: QuizFigures = { took: took.length, finishers }
  if (finishers.length > 0) figures.median = median(finishers.map(({ after }) => after))
  return figures
}

const MINUTE = 60_000
/** Widths of a column, in minutes, and how many columns there are at most. */
const WIDTHS = [1, 2, 5, 10, 30, 60]
const MOST_COLUMNS = 30

/** How many finished in each minute, or few minutes; from the start to the last of them. */
export function finishColumns(finishers: readonly Finisher[]): { from: number; to: number; count: number }[] {
  const last = finishers.at(-1)?.after ?? 0
  const width = WIDTHS.find(width => last < width * MOST_COLUMNS * MINUTE) ?? 60
  const columns = Array.from({ length: Math.floor(last / (width * MINUTE)) + 1 }, (_, index) => ({
    from: index * width,
    to: (index + 1) * width,
    count: 0,
  }))
  for (const { after } of finishers) {
    const column = columns[Math.min(columns.length - 1, Math.floor(after / (width * MINUTE)))]
    if (column) column.count += 1
  }
  return columns
}

export interface WorkshopFigures {
  /** Students who have marked a task. */
  took: number
  /** Tasks that half of them have done. */
  median: number
}

export function workshopFigures(report: Report, { tasks }: ReportWorkshop): WorkshopFigures {
  const ids = new Set(tasks.map(({ id }) => id))
  const done = present(report).flatMap(({ tasks = [] }) => {
    const own = tasks.filter(({ task }) => ids.has(task))
    return own.length > 0 ? own.filter(({ state }) => state === 'done').length : []
  })
  return { took: done.length, median: done.length > 0 ? median(done) : 0 }
}

/** Calls for help belong to the workshop that the class had come to last. */
export function callsIn({ help = [], workshops = [] }: Report, workshop: ReportWorkshop): ReportCall[] {
  const index = workshops.findIndex(({ segment }) => segment === workshop.segment)
  const next = workshops[index + 1]?.enteredAt ?? Number.POSITIVE_INFINITY
  const first = index === 0 ? Number.NEGATIVE_INFINITY : workshop.enteredAt
  return help.filter(({ since }) => since >= first && since < next)
}

export interface WaitFigures {
  calls: number
  /** Ms until somebody came; absent when nobody did. */
  median?: number
  longest?: number
  /** Ended by the students themselves, before anybody set out. */
  alone: number
  /** Nobody has come yet. */
  waiting: number
}

export function waitFigures(calls: readonly ReportCall[]): WaitFigures {
  const reached = calls.flatMap(({ since, comingAt, endedAt, by }) => {
    const at = comingAt ?? (by === 'presenter' ? endedAt : undefined)
    return at === undefined ? [] : at - since
  })
  const alone = calls.filter(({ comingAt, by }) => comingAt === undefined && by === 'student').length
  const waiting = calls.filter(({ comingAt, endedAt }) => comingAt === undefined && endedAt === undefined).length
  return {
    calls: calls.length,
    alone,
    waiting,
    ...(reached.length > 0 && { median: median(reached), longest: Math.max(...reached) }),
  }
}

/** Slides where somebody was lost or too fast, first those where most were. */
export const toMend = (pulses: readonly ReportPulse[]): ReportPulse[] =>
  pulses.filter(({ lost, fast }) => lost + fast > 0).toSorted((a, b) => b.lost + b.fast - a.lost - a.fast)

/** The step where most were lost, from 1; undefined where that was before the first, or nowhere. */
export function worstStep({ steps }: ReportPulse): number | undefined {
  const worst = steps.toSorted((a, b) => b.lost - a.lost || a.f - b.f)[0]
  return worst && worst.f >= 0 ? worst.f + 1 : undefined
}
