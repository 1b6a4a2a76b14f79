/** What is remembered of the parts of a class, and the countdown that all see. */
import type { Segment } from '../../deck/deck.ts'

export type SegmentEvent =
  /** The class went to one of its slides from another segment's, or from none. */
  | { type: 'segmentEntered'; segment: string; kind: Segment['kind']; title: string; seconds?: number }
  | { type: 'paceSet'; segment: string; to: Segment['pace'] }
  /** `seconds` is all that was given. */
  | ({ type: 'timerSet' } & Timer)
  | { type: 'timerStopped' }

export interface SegmentState {
  /** When the class first came to it, ms since the epoch. */
  enteredAt: number
  /** Of the presenter; absent where the deck's holds. */
  pace?: Segment['pace']
}

/** Each time that the class came to a segment, in order; plan and title as they were then. */
export interface SegmentVisit {
  at: number
  segment: string
  kind: Segment['kind']
  title: string
  seconds?: number
}

export interface Timer {
  /** Ms since the epoch. */
  endsAt: number
  seconds: number
  kind: 'break' | 'timer'
  /** The break whose time it is. */
  segment?: string
}
