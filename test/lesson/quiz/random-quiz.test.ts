/** Random quizzes, against a small model of whose time lasts until when. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decide } from '../../../server/lesson/decide.ts'
import type { Actor, AnyCommand } from '../../../server/lesson/decision-types.ts'
import { due } from '../../../server/lesson/due.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import { emptyLesson, type Lesson, type LessonEvent } from '../../../server/lesson/lesson.ts'
import { concerned, you } from '../../../server/lesson/views/own-slice.ts'
import { deckView } from '../../../server/lesson/views/visible-deck.ts'
import { slices } from '../../support/views.ts'
import { deck, extra, finish, JOINED, PAUSE, presenter, QUIZ, release, SECOND, start, stop } from './quiz-class.ts'

const STUDENTS = ['ada', 'bob', 'eve']
const QUESTIONS = ['a', 'b', 'c']

type Step =
  | { wait: number }
  | { command: AnyCommand; by: Actor }
  | { answer: string; value: number; tapped: number; by: string }

const seconds = fc.integer({ min: 1, max: 60 })
const factor = fc.constantFrom(1, 4 / 3, 1.5, 2, 4)
const student = fc.constantFrom(...STUDENTS)
const poll = fc.constantFrom(...QUESTIONS, 'alone')
const commands: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 6, arbitrary: seconds.map(seconds => ({ ...start, seconds }) as AnyCommand) },
  { weight: 1, arbitrary: fc.constantFrom(start, stop, PAUSE, SECOND) },
  { weight: 6, arbitrary: fc.constant(QUIZ) },
  { weight: 2, arbitrary: seconds.map(seconds => ({ type: 'extendQuiz' as const, segment: 'quiz', seconds })) },
  { weight: 4, arbitrary: fc.boolean().map(on => ({ type: 'pauseQuiz' as const, segment: 'quiz', on })) },
  { weight: 4, arbitrary: fc.tuple(student, factor).map(([student, factor]) => extra(student, factor)) },
  { weight: 2, arbitrary: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(shown => release(...shown)) },
  { weight: 1, arbitrary: student.map(student => ({ type: 'remove' as const, student })) },
  { weight: 2, arbitrary: student.map(student => ({ type: 'readmit' as const, student })) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constantFrom('open' as const, 'close', 'again', 'reset', 'reopen'), poll }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constantFrom('results' as const, 'solution'), poll, shown: fc.boolean() }),
  },
)
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 20_000 }).map(wait => ({ wait })) },
    { weight: 4, arbitrary: commands.map(command => ({ command, by: presenter })) },
    {
      weight: 8,
      arbitrary: fc.record({
        answer: poll,
        value: fc.nat(1),
        tapped: fc.integer({ min: -4_000, max: 0 }),
        by: student,
      }),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(student, fc.boolean())
        .map(([id, on]) => ({ command: finish(on), by: { role: 'student' as const, id } })),
    },
  ),
  { minLength: 40, maxLength: 60, size: 'max' },
)

/** The quiz's time, as the events of the log alone tell it. */
interface Time {
  at: number
  allotted?: number
  closesAt?: number
  left?: number
  /** By the presenter, or by what was shown. */
  stoppedAt?: number
}

test('no answer counts after its owner’s time, none is refused before, and nothing is told early', () => {
  fc.assert(fc.property(steps, play), { seed: 20261128, numRuns: 60 })
})

function play(all: Step[]) {
  const events = [...JOINED]
  let lesson = fold(events)
  let now = 1_000
  const submit = (command: AnyCommand, by: Actor) => {
    const decision = decide(command, by, lesson, { deck, now })
    if (typeof decision === 'string') return decision
    const before = lesson
    lesson = fold(decision, before)
    events.push(...decision)
    tellsAllConcerned(before, lesson, decision)
    return decision
  }
  const passTo = (end: number) => {
    for (let next = due(lesson, deck); next && next.at <= end; next = due(lesson, deck)) {
      now = Math.max(now, next.at)
      expect(submit(next.command, { role: 'server' })).toContainEqual(expect.anything())
    }
    now = end
  }
  for (const step of all) {
    if ('wait' in step) passTo(now + step.wait)
    else if ('command' in step) submit(step.command, step.by)
    else {
      const { answer: poll, value, by, tapped } = step
      const expected = mayAnswer(events, lesson, poll, by, now, now + tapped)
      const command = { type: 'answer' as const, poll, round: lesson.polls.get(poll)?.length ?? 1, value: [value] }
      const decision = submit({ ...command, tappedAt: now + tapped }, { role: 'student', id: by })
      expect([step, now, typeof decision !== 'string']).toEqual([step, now, expected])
    }
    // What is due at once, such as when the last factor was taken away.
    passTo(now)
    tellsNothingEarly(lesson)
    tellsNoOther(lesson)
  }
  expect(JSON.parse(JSON.stringify(fold(events, emptyLesson)))).toEqual(JSON.parse(JSON.stringify(lesson)))
}

/** From the log alone, not from what was folded of it. */
function mayAnswer(events: LessonEvent[], lesson: Lesson, poll: string, id: string, now: number, tappedAt: number) {
  const factor = lesson.students.get(id)?.factor ?? 1
  const round = lesson.polls.get(poll)?.at(-1)
  if (!round || round.phase === 'ready' || lesson.students.get(id)?.removed) return false
  if (round.results || round.solution) return false
  const time = timeOf(events, poll)
  const deadline = time.closesAt && time.closesAt + Math.round((factor - 1) * (time.allotted ?? 0))
  const end = Math.min(deadline ?? Number.POSITIVE_INFINITY, time.stoppedAt ?? Number.POSITIVE_INFINITY)
  // Extra time that was given after the class's end is for the next time, unless another's runs.
  const classEnd = Math.min(time.closesAt ?? Number.POSITIVE_INFINITY, time.stoppedAt ?? Number.POSITIVE_INFINITY)
  const own = round.phase === 'open' || round.extra || round.extraEndedAt !== undefined ? end : classEnd
  return now < own || (tappedAt <= own && now <= own + 2_000)
}

function timeOf(events: LessonEvent[], poll: string): Time {
  let time: Time = { at: 0 }
  let inQuiz = false
  for (const event of events) {
    const isQuiz = event.type === 'quizTimed' || event.type === 'quizClosed'
    if (event.type === 'quizStarted') {
      inQuiz = event.polls.some(asked => asked.poll === poll)
      if (inQuiz) time = started(event.at, event.closesAt)
    }
    if ('poll' in event && event.poll !== poll) continue
    if (event.type === 'opened') time = started(event.at, event.closesAt)
    if (event.type === 'reopened' || event.type === 'opened') inQuiz &&= event.type === 'opened' && time.at === event.at
    if (event.type === 'reopened') time = { at: event.at }
    if (isQuiz && !inQuiz) continue
    if (event.type === 'timed' || event.type === 'quizTimed') {
      const { closesAt, left } = event
      const more = left === undefined ? minus(closesAt, time.closesAt) : minus(left, time.left)
      const { closesAt: _, left: __, ...rest } = time
      time = {
        ...rest,
        allotted: (time.allotted ?? 0) + more,
        ...(closesAt !== undefined && { closesAt }),
        ...(left !== undefined && { left }),
      }
    }
    // The end of everybody's time changes nothing of it.
    if ((event.type === 'closed' || event.type === 'quizClosed') && !event.extra) time.stoppedAt ??= event.at
  }
  return time
}

const started = (at: number, closesAt: number | undefined): Time =>
  closesAt === undefined ? { at } : { at, closesAt, allotted: closesAt - at }
const minus = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? 0 : a - b)

function tellsNothingEarly(lesson: Lesson) {
  const told = JSON.stringify([slices('student', lesson, deck), deckView('student', lesson, deck)])
  for (const id of QUESTIONS) {
    if (!lesson.polls.has(id)) expect(told).not.toMatch(new RegExp(`prompt of ${id}|ask ${id}`))
    const round = lesson.polls.get(id)?.at(-1)
    // Of a survey there is nothing else to say.
    const isTold = id === 'c' ? round?.results : round?.solution
    if (!isTold) expect(told).not.toMatch(`explanation of ${id}`)
  }
}

/** That anybody has extra time. */
function tellsNoOther(lesson: Lesson) {
  expect(JSON.stringify(slices('student', lesson, deck))).not.toMatch(/factor|writing|extra|finished/)
  for (const id of STUDENTS) {
    if (lesson.students.get(id)?.factor !== undefined) continue
    expect(Object.keys(you(lesson, id, '', deck))).not.toContain('closesAt')
    expect(Object.keys(you(lesson, id, '', deck))).not.toContain('quiz')
  }
}

/** Who is told, and nobody who would find nothing else. */
function tellsAllConcerned(before: Lesson, after: Lesson, events: LessonEvent[]) {
  const here = STUDENTS.filter(id => !after.students.get(id)?.removed)
  const told = concerned({ before, after, events }, deck, { has: id => here.includes(id), students: () => here })
  const own = (lesson: Lesson, id: string) => JSON.stringify(you(lesson, id, '', deck))
  expect(here.filter(id => own(before, id) !== own(after, id) && !told.includes(id))).toEqual([])
  if (events.some(({ type }) => type === 'extraTimeGiven')) expect(told.length).toBeLessThanOrEqual(1)
}
