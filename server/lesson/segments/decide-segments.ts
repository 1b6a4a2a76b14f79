/** Decisions about segments: what coming to one leads to, their pace, and the countdown. Pure. */
import { type Context, type Decisions, PRESENTER } from '../decision-types.ts'
import type { Lesson, LessonEvent } from '../lesson.ts'
import { tasksOf } from '../workshop/current-tasks.ts'
import { currentSegment, paceOf } from './current-segment.ts'
import { type DeckSegment, segmentById } from './deck-segments.ts'
import type { Timer } from './segment-events.ts'

export const segmentDecisions = {
  /** The deck was edited, or is another one than when the lesson was last on. */
  arrive: {
    by: ['server'],
    decide: (_, { lesson, deck, now }) => arrival(lesson, currentSegment(lesson, deck), now),
  },

  pace: {
    by: PRESENTER,
    decide({ segment: id, to }, { lesson, deck, now }) {
      const segment = segmentById(deck, id)
      if (!segment) return 'unknown-segment'
      if (currentSegment(lesson, deck) !== segment) return lesson.segments.has(id) ? 'already-closed' : 'not-open'
      return paceOf(lesson.segments, segment) === to ? [] : [{ type: 'paceSet', at: now, segment: id, to }]
    },
  },

  timer: {
    by: PRESENTER,
    decide({ seconds }, { lesson, deck, now }) {
      const segment = currentSegment(lesson, deck)
      return [segment?.kind === 'break' ? breakTimer(segment, seconds, now) : timerSet(seconds, now, { kind: 'timer' })]
    },
  },

  extendTimer: {
    by: PRESENTER,
    decide({ seconds }, context) {
      const running = currentTimer(context)
      if (!running) return 'not-open'
      const endsAt = Math.max(running.endsAt, context.now) + seconds * 1_000
      return [{ type: 'timerSet', at: context.now, ...running, endsAt, seconds: running.seconds + seconds }]
    },
  },

  stopTimer: {
    by: PRESENTER,
    decide: (_, context) => (currentTimer(context) ? [{ type: 'timerStopped', at: context.now }] : []),
  },
} satisfies Partial<Decisions>

/** What coming to a segment leads to: it is remembered with its tasks, and a break's countdown begins. */
export function arrival(lesson: Lesson, segment: DeckSegment | undefined, now: number): LessonEvent[] {
  if (!segment) return []
  const { id, kind, title, seconds } = segment
  const events: LessonEvent[] = []
  if (lesson.visits.last()?.segment !== id) {
    const planned = seconds !== undefined && { seconds }
    events.push({ type: 'segmentEntered', at: now, segment: id, kind, title, ...planned })
    // A look back at the talk does not make the break longer.
    const goesOn = lesson.timer?.segment === id && lesson.timer.endsAt > now
    if (kind === 'break' && seconds !== undefined && !goesOn) events.push(breakTimer(segment, seconds, now))
  }
  if (kind !== 'workshop') return events
  const tasks = tasksOf(segment).map(({ task: { id, text } }) => ({ id, text }))
  const listed = lesson.workshop.tasks.get(id) ?? []
  const same = listed.length === tasks.length && tasks.every((task, index) => isListed(task, listed[index]))
  if (!same) events.push({ type: 'tasksListed', at: now, segment: id, tasks })
  return events
}

/** The countdown that all see: that of a break is its own. */
export function currentTimer({ lesson, deck }: Pick<Context, 'lesson' | 'deck'>): Timer | undefined {
  const { timer } = lesson
  const elsewhere = timer?.segment !== undefined && timer.segment !== currentSegment(lesson, deck)?.id
  return elsewhere ? undefined : timer
}

const timerSet = (seconds: number, now: number, rest: Omit<Timer, 'endsAt' | 'seconds'>): LessonEvent => ({
  type: 'timerSet',
  at: now,
  endsAt: now + seconds * 1_000,
  seconds,
  ...rest,
})

const breakTimer = ({ id }: DeckSegment, seconds: number, now: number) =>
  timerSet(seconds, now, { kind: 'break', segment: id })

const isListed = (task: { id: string; text: string }, listed: { id: string; text: string } | undefined) =>
  task.id === listed?.id && task.text === listed.text
