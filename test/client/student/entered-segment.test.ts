import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { PollView } from '#wire/poll-view'
import type { QuizView, SegmentView } from '#wire/segment-view'
import { createEnteredSegment } from '../../../client/student/segment/entered-segment.ts'
import { memory } from './outbox/bench.ts'

test('a phone is told of each part of the class once, also after a reload', () => {
  const phone = start()
  phone.enter('quiz')
  expect(phone.told()).toBe('quiz')
  phone.entered.segmentTold()
  phone.enter('quiz')
  expect(phone.told()).toBeUndefined()
  const again = start(phone.store)
  again.enter('quiz')
  expect(again.told()).toBeUndefined()
  again.enter('workshop')
  expect(again.told()).toBe('workshop')
})

test('who joins is told of a workshop, but not of a talk', () => {
  const early = start()
  early.enter('talk')
  expect(early.told()).toBeUndefined()
  const late = start()
  late.enter('workshop')
  expect(late.told()).toBe('workshop')
  late.enter('talk')
  expect(late.told()).toBe('talk')
})

test('a break tells of itself, and takes the place of what was told', () => {
  const phone = start()
  phone.enter('workshop')
  phone.enter('break')
  expect(phone.told()).toBeUndefined()
})

test('what is asked comes first', () => {
  const phone = start()
  phone.enter('quiz')
  phone.quiz.value = { segment: 'quiz', phase: 'open', questions: [] }
  expect(phone.told()).toBeUndefined()
})

test('outside of all segments there is nothing to tell', () => {
  const phone = start()
  phone.enter('workshop')
  phone.segment.value = null
  expect(phone.told()).toBeUndefined()
})

function start(store = memory()) {
  const segment = signal<SegmentView | null | undefined>(undefined)
  const poll = signal<PollView | null>(null)
  const quiz = signal<QuizView | null>(null)
  const entered = createEnteredSegment({ segment, poll, quiz, store, name: 'segment' })
  return {
    store,
    segment,
    quiz,
    entered,
    told: () => entered.newSegment.value?.kind,
    enter(kind: SegmentView['kind']) {
      segment.value = { id: kind, kind, title: '', pace: 'class', enteredAt: 0 }
    },
  }
}
