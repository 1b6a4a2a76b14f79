/** The part of the class that this phone has just come to, and has not been told of. */
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { PollView } from '#wire/poll-view'
import type { QuizView, SegmentView } from '#wire/segment-view'
import type { Store } from '../outbox.ts'

export interface EnteredSegment {
  /** Undefined once it has been told. */
  newSegment: ReadonlySignal<SegmentView | undefined>
  segmentTold(): void
}

interface Parts {
  segment: ReadonlySignal<SegmentView | null | undefined>
  poll: ReadonlySignal<PollView | null | undefined>
  quiz: ReadonlySignal<QuizView | null | undefined>
  store: Store
  /** Where in the store. */
  name: string
}

export function createEnteredSegment({ segment, poll, quiz, store, name }: Parts): EnteredSegment {
  const newSegment = signal<SegmentView | undefined>(undefined)
  const segmentTold = () => {
    newSegment.value = undefined
  }
  effect(() => {
    const next = segment.value
    if (next === undefined) return
    const last = store.get(name)
    store.set(name, next?.id ?? '')
    if (next === null) segmentTold()
    else if (last !== next.id) newSegment.value = tellsItself(next, last === undefined) ? undefined : next
  })
  effect(() => {
    // What is asked comes first.
    if (poll.value?.phase === 'open' || quiz.value?.phase === 'open') segmentTold()
  })
  return { newSegment, segmentTold }
}

/** A break tells of itself as long as it lasts, and who joins a talk sees it. */
const tellsItself = ({ kind }: SegmentView, joins: boolean) => kind === 'break' || (kind === 'talk' && joins)
