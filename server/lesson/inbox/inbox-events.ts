/** What is remembered of messages to the presenter, and of how students said that it goes. */
import type { List, OrderedMap, Map as PersistentMap, Set as PersistentSet } from 'immutable'

export type InboxEvent =
  /** `state` is `waiting` where the presenter lets messages through. */
  | { type: 'asked'; message: string; student: string; text: string; signed: boolean; state: 'waiting' | 'open' }
  | { type: 'upvoted'; message: string; student: string; on: boolean }
  | { type: 'moderated'; message: string; state: Exclude<Message['state'], 'waiting'> }
  /** On which slide and step. */
  | { type: 'pulsed'; student: string; feeling: Feeling | 'none'; slide: string; f: number }

export type Feeling = 'lost' | 'fast' | 'clear'

export interface Inbox {
  /** Id → message, in order of time. */
  messages: OrderedMap<string, Message>
  /** Student → what they wrote, and what they voted for: ids. */
  own: PersistentMap<string, OwnMessages>
  /** Id of the one on the wall. */
  shown?: string
}

export interface OwnMessages {
  asked: readonly string[]
  upvoted: readonly string[]
}

export interface Message {
  student: string
  text: string
  signed: boolean
  at: number
  state: 'waiting' | 'open' | 'shown' | 'answered' | 'hidden'
  /** Students who want it answered too. */
  votes: PersistentSet<string>
}

export interface Pulses {
  /** Student → what they said last; absent once taken back. */
  current: PersistentMap<string, Pulse>
  /** Student → where they were lost, each place once, in order of time. */
  lost: PersistentMap<string, readonly LostPlace[]>
  /** All that was said, in order of time. */
  all: List<Pulse & { student: string }>
}

export type LostPlace = Omit<Pulse, 'feeling'>

export interface Pulse {
  at: number
  feeling: Feeling
  slide: string
  f: number
}
