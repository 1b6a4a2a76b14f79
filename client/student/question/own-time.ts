/** Questions and quiz as they are for one student, who may have extra time: open until their own deadline. */
import { computed, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { You } from '#wire/messages'
import type { PollView } from '#wire/poll-view'
import type { QuizView } from '#wire/segment-view'
import type { Link } from '../../connection/link.ts'

export interface OwnTime {
  /** The question of the class's slide. */
  poll: ReadonlySignal<PollView | null | undefined>
  /** The quiz that is open for this student, else that of the current segment. */
  quiz: ReadonlySignal<QuizView | null | undefined>
  /** Its questions, in the deck's order. */
  polls: ReadonlySignal<PollView[]>
}

type Clock = Pick<PollView, 'phase' | 'closesAt' | 'left'>
type Own = Pick<You, 'closesAt' | 'left'> | undefined

export function createOwnTime({ slices, now }: Pick<Link, 'slices' | 'now'>): OwnTime {
  const { you } = slices
  /** Counts the own deadlines that have passed. */
  const passed = signal(0)
  effect(() => {
    passed.value
    const next = Math.min(...Object.values(you.value?.closesAt ?? {}).filter(at => at > now()))
    if (next === Number.POSITIVE_INFINITY) return
    const timer = setTimeout(
      () => {
        passed.value++
      },
      next - now() + 1,
    )
    return () => clearTimeout(timer)
  })
  const asOwn = (poll: PollView) => {
    passed.value
    return ownPoll(poll, you.value, now())
  }
  return {
    poll: computed(() => slices.poll.value && asOwn(slices.poll.value)),
    quiz: computed(() => {
      passed.value
      const quiz = you.value?.quiz ?? slices.quiz.value
      return quiz && { ...quiz, ...ownClock(quiz, quiz.segment, you.value, now()) }
    }),
    polls: computed(() => (you.value?.polls ?? slices.polls.value ?? []).map(asOwn)),
  }
}

/** What is shown of a question ends extra time, whatever is left of it. */
export const ownPoll = (poll: PollView, own: Own, now: number): PollView =>
  poll.results || poll.solution ? poll : { ...poll, ...ownClock(poll, poll.id, own, now) }

/** @param now the server's clock, ms since the epoch */
export function ownClock(clock: Clock, id: string, own: Own, now: number): Clock {
  const { phase } = clock
  const [closesAt, left] = [own?.closesAt?.[id], own?.left?.[id]]
  const goesOn = left !== undefined || (closesAt !== undefined && closesAt > now)
  if (phase === 'ready' || (phase === 'closed' && !goesOn)) return clock
  // A stopped clock has no deadline.
  if (left !== undefined) return { phase: 'open', left }
  return closesAt === undefined ? clock : { phase: 'open', closesAt }
}
