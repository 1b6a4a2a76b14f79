/** What a presenter can do about the parts of a class, beside their questions: go on, the pace, the countdown, and help. */
import type { Command, Position } from '#wire/messages'
import type { SegmentView } from '#wire/segment-view'
import type { Link } from '../connection/link.ts'
import type { Acts } from './keys.ts'
import { nextSegment } from './next-segment.ts'

/** Seconds that are added to a countdown at once. */
const MORE = 300

interface Ways {
  send(command: Command): void
  /** Goes there, unless a question that would stay open stands in the way. */
  leaveTo(to: Position): void
}

/** Those that make sense now. */
export function segmentActs({ slices, deck }: Link, { send, leaveTo }: Ways): Acts {
  const [position, segment, timer] = [slices.position.value, slices.segment.value, slices.timer.value]
  const to = deck.value && position && nextSegment(deck.value, position)
  const inBreak = segment?.kind === 'break'
  const slide = position && deck.value?.slides[position.h]?.[position.v]
  const pace = segment && otherPace(segment, planOf(segment.id))
  return {
    ...(to && { segment: () => leaveTo(to) }),
    ...(!to && inBreak && timer && { segment: () => send({ type: 'stopTimer' }) }),
    ...(pace && { pace: () => send({ type: 'pace', segment: segment.id, to: pace }) }),
    ...(slide?.timer && !timer && { timer: () => send({ type: 'timer', seconds: slide.timer ?? 0 }) }),
    ...(timer && {
      fiveMore: () => send({ type: 'extendTimer', seconds: MORE }),
      stopTimer: () => send({ type: 'stopTimer' }),
    }),
    ...helpActs(),
  }

  function planOf(id: string) {
    return deck.value?.slides.flat().find(entry => entry?.id === id)?.segment?.pace
  }

  function helpActs(): Acts {
    const help = slices.workshop.value?.help ?? []
    const waiting = help.find(({ coming, trying }) => !coming && !trying)
    const met = help.find(({ coming }) => coming)
    return {
      ...(waiting && { coming: () => send({ type: 'coming', student: waiting.student }) }),
      ...(met && { helped: () => send({ type: 'helped', student: met.student }) }),
    }
  }
}

/**
 * The pace that the segment can be given; undefined where everybody follows the class anyway.
 * @param planned the deck's, where this page is told it
 */
export function otherPace({ kind, pace }: SegmentView, planned?: SegmentView['pace']): SegmentView['pace'] | undefined {
  if (pace === 'self') return 'class'
  return kind === 'workshop' || planned === 'self' ? 'self' : undefined
}
