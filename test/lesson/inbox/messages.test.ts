/** Messages to the presenter: given these events, when a student or the presenter acts, then these events. */
import { describe, expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import {
  ada,
  asked,
  ben,
  lessonOf,
  moderated,
  NOW,
  named,
  off,
  open,
  presenter,
  upvoted,
  when,
} from './inbox-lesson.ts'

describe('a message', () => {
  const ask = (text = 'why?', signed = false): AnyCommand => ({ type: 'ask', text, signed })

  test('waits to be let through, or is open at once where the deck says so', () => {
    expect(when([], ask())).toEqual([asked('m1', 'ada', { at: NOW, text: 'why?' })])
    expect(when([], ask(), ada, open)).toEqual([asked('m1', 'ada', { at: NOW, text: 'why?', state: 'open' })])
    expect(when([], ask(), ada, off)).toBe('off')
    expect(when([], ask(), presenter)).toBe('forbidden')
    expect(when([{ type: 'ended', at: 9 }], ask())).toBe('over')
  })
  test('has a number that no other has', () => {
    expect(when([asked('m1', 'ben'), asked('m2', 'cleo')], ask())).toMatchObject([{ message: 'm3' }])
  })
  test('is signed by who has a name and wants to', () => {
    const [signed] = [when([named('ada', 'Ada')], ask('why?', true))]
    expect(signed).toMatchObject([{ signed: true }])
    expect(when([named('ada', 'Ada')], ask())).toMatchObject([{ signed: false }])
    expect(when([], ask('why?', true))).toMatchObject([{ signed: false }])
  })
  test('is refused when nothing of it can be seen', () => {
    for (const text of [' ', '\n\n', '\u200b', '\u202e \u0301', '\ufeff\u2800'])
      expect(when([], ask(text))).toBe('invalid')
  })
  test('comes once in ten seconds', () => {
    expect(when([asked('m1', 'ada', { at: NOW - 9_999 })], ask())).toBe('too-fast')
    expect(when([asked('m1', 'ada', { at: NOW - 10_000 })], ask())).toHaveLength(1)
    expect(when([asked('m1', 'ben', { at: NOW })], ask())).toHaveLength(1)
  })
  test('is one of thirty that a student may write, of ten thousand that are tried', () => {
    const events: LessonEvent[] = []
    for (let tries = 0; tries < 10_000; tries += 1) {
      const decided = when(events, ask(`${tries}`), ada, open, NOW + tries * 1_000)
      if (typeof decided === 'string') expect(decided).toBe('too-fast')
      else events.push(...decided)
      if (events.length === 30 && tries > 1_000) break
    }
    expect(events).toHaveLength(30)
    expect(when(events, ask(), ada, open, NOW * 100)).toBe('too-fast')
    expect(when(events, ask(), ben, open)).toMatchObject([{ message: 'm31' }])
  })
})

describe('a vote', () => {
  const vote = (message = 'm1', on = true): AnyCommand => ({ type: 'upvote', message, on })
  const let1 = [asked('m1', 'ben'), moderated('m1', 'open')]

  test('is for a message that all may read, once, and can be taken back', () => {
    expect(when(let1, vote())).toEqual([upvoted('m1', 'ada', true, NOW)])
    expect(when([...let1, upvoted('m1', 'ada')], vote())).toEqual([])
    expect(when([...let1, upvoted('m1', 'ada')], vote('m1', false))).toEqual([upvoted('m1', 'ada', false, NOW)])
    expect(when(let1, vote('m1', false))).toEqual([])
    for (const state of ['shown', 'answered'] as const) {
      expect(when([...let1, moderated('m1', state)], vote())).toHaveLength(1)
    }
  })
  test("is refused for one's own, and for what one cannot know of", () => {
    expect(when(let1, vote(), ben)).toBe('invalid')
    expect(when([asked('m1', 'ben')], vote())).toBe('unknown-message')
    expect(when([...let1, moderated('m1', 'hidden')], vote())).toBe('unknown-message')
    expect(when([...let1, { type: 'removed', at: 9, student: 'ben' }], vote())).toBe('unknown-message')
    expect(when(let1, vote('m2'))).toBe('unknown-message')
    expect(when(let1, vote('__proto__'))).toBe('unknown-message')
    expect(when(let1, vote(), ada, off)).toBe('off')
    expect(when(let1, vote(), presenter)).toBe('forbidden')
  })
  test('counts once, whatever is sent', () => {
    const { messages, own } = lessonOf(
      ...let1,
      upvoted('m1', 'ada'),
      upvoted('m1', 'ada'),
      upvoted('m1', 'cleo'),
      upvoted('m1', 'cleo', false),
    ).inbox
    expect([...(messages.get('m1')?.votes ?? [])]).toEqual(['ada'])
    expect(own.get('ada')).toEqual({ asked: [], upvoted: ['m1'] })
    expect(own.get('cleo')).toEqual({ asked: [], upvoted: [] })
  })
})

describe('the presenter', () => {
  const moderate = (message: string, state: 'open' | 'shown' | 'answered' | 'hidden'): AnyCommand => ({
    type: 'moderate',
    message,
    state,
  })
  const two = [asked('m1', 'ada'), asked('m2', 'ben')]

  test('lets a message through, answers it, hides it, shows it, in any order', () => {
    for (const state of ['open', 'shown', 'answered', 'hidden'] as const) {
      expect(when(two, moderate('m1', state), presenter)).toEqual([moderated('m1', state, NOW)])
      expect(when([...two, moderated('m1', state)], moderate('m1', state), presenter)).toEqual([])
      expect(when([...two, moderated('m1', 'hidden')], moderate('m1', 'open'), presenter)).toHaveLength(1)
    }
    expect(when(two, moderate('m1', 'open'), ada)).toBe('forbidden')
    expect(when(two, moderate('m3', 'open'), presenter)).toBe('unknown-message')
    expect(when([...two, { type: 'removed', at: 9, student: 'ada' }], moderate('m1', 'shown'), presenter)).toBe(
      'unknown-message',
    )
    expect(when(two, moderate('m1', 'open'), presenter, off)).toBe('off')
  })
  test('has one message on the wall: the one before is open then', () => {
    const { inbox } = lessonOf(...two, moderated('m1', 'shown'), moderated('m2', 'shown'))
    expect(inbox.messages.get('m1')?.state).toBe('open')
    expect(inbox.messages.get('m2')?.state).toBe('shown')
    expect(inbox.shown).toBe('m2')
  })
  test('takes it from the wall by whatever else is said of it, and leaves it there by what is said of others', () => {
    for (const state of ['open', 'answered', 'hidden'] as const) {
      expect(lessonOf(...two, moderated('m1', 'shown'), moderated('m1', state)).inbox.shown).toBeUndefined()
      expect(lessonOf(...two, moderated('m1', 'shown'), moderated('m2', state)).inbox.shown).toBe('m1')
    }
    expect(
      lessonOf(
        ...two,
        moderated('m1', 'shown'),
        moderated('m1', 'hidden'),
        moderated('m2', 'shown'),
      ).inbox.messages.get('m1')?.state,
    ).toBe('hidden')
  })
})
