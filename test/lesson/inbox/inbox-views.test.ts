/** Who reads which message, with which name, and how many there are in one slice. */
import { describe, expect, test } from 'vitest'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { concerned, you } from '../../../server/lesson/views/own-slice.ts'
import type { InboxView } from '../../../server/wire/segment-view.ts'
import { slices } from '../../support/views.ts'
import { asked, deck, lessonOf, moderated, named, off, upvoted } from './inbox-lesson.ts'

type Role = 'student' | 'presenter' | 'screen'
const inbox = (role: Role, events: LessonEvent[], on = deck) => slices(role, lessonOf(...events), on).inbox
const ids = (view: InboxView | null | undefined) => view?.messages?.map(({ id }) => id)

const people = [named('ada', 'Ada'), named('ben', 'Ben')]
const all = [
  ...people,
  asked('m1', 'ada', { signed: true }),
  asked('m2', 'ben'),
  asked('m3', 'cleo'),
  asked('m4', 'ada'),
  asked('m5', 'ben', { signed: true }),
  moderated('m1', 'open'),
  moderated('m2', 'shown'),
  moderated('m3', 'answered'),
  moderated('m4', 'hidden'),
  upvoted('m1', 'ben'),
  upvoted('m1', 'cleo'),
]

describe('messages', () => {
  test('are all for the presenter, in order, with the names of those who signed', () => {
    expect(inbox('presenter', all)?.messages).toEqual([
      { id: 'm1', text: 'text of m1', name: 'Ada', at: 2_000, votes: 2, state: 'open' },
      { id: 'm2', text: 'text of m2', at: 2_000, votes: 0, state: 'shown' },
      { id: 'm3', text: 'text of m3', at: 2_000, votes: 0, state: 'answered' },
      { id: 'm4', text: 'text of m4', at: 2_000, votes: 0, state: 'hidden' },
      { id: 'm5', text: 'text of m5', name: 'Ben', at: 2_000, votes: 0, state: 'waiting' },
    ])
  })
  test('are for students once they are let through, and name nobody who did not sign', () => {
    expect(ids(inbox('student', all))).toEqual(['m1', 'm2', 'm3'])
    expect(JSON.stringify(inbox('student', all))).not.toMatch(/m4|m5|Ben|ben|"student"/)
  })
  test('are one at most for the screen, and its text', () => {
    expect(inbox('screen', all)).toEqual({
      message: { id: 'm2', text: 'text of m2', at: 2_000, votes: 0, state: 'shown' },
    })
    expect(inbox('screen', people)).toEqual({ message: null })
  })
  test("of students who were removed are nobody's to read, nor their votes to count, until they are back", () => {
    const removed = [...all, { type: 'removed', at: 5_000, student: 'ben' } satisfies LessonEvent]
    expect(ids(inbox('presenter', removed))).toEqual(['m1', 'm3', 'm4'])
    expect(inbox('presenter', removed)?.messages?.[0]?.votes).toBe(1)
    expect(inbox('screen', removed)).toEqual({ message: null })
    const back = [...removed, { type: 'readmitted', at: 6_000, student: 'ben' } satisfies LessonEvent]
    for (const role of ['presenter', 'student', 'screen'] as const) expect(inbox(role, back)).toEqual(inbox(role, all))
  })
  test("have the name of today; one that is hidden is the presenter's alone", () => {
    const renamed = [...all, named('ada', 'Countess'), moderated('m1', 'shown')]
    expect(inbox('screen', renamed)?.message?.name).toBe('Countess')
    const hidden = [...renamed, { type: 'nameHidden', at: 9, student: 'ada', hidden: true } satisfies LessonEvent]
    expect(inbox('screen', hidden)?.message).not.toHaveProperty('name')
    expect(inbox('student', hidden)?.messages?.[0]).not.toHaveProperty('name')
    expect(inbox('presenter', hidden)?.messages?.[0]?.name).toBe('Countess')
  })
  test('there are none where the deck has no inbox', () => {
    for (const role of ['presenter', 'student', 'screen'] as const) expect(inbox(role, all, off)).toBeNull()
  })
})

describe('thousands of messages', () => {
  const students = Array.from({ length: 200 }, (_, index) => `s${index}`)
  const joined = students.map(student => ({ type: 'joined' as const, at: 0, student }))
  const messages = Array.from({ length: 6_000 }, (_, index) =>
    asked(`m${index + 1}`, `s${index % 200}`, {
      at: 10_000 + index,
      text: 'x'.repeat(280),
      state: index % 2 ? 'open' : 'waiting',
    }),
  )
  const events = [
    ...joined,
    ...messages,
    upvoted('m400', 's1'),
    moderated('m600', 'shown'),
    moderated('m601', 'hidden'),
  ]

  test('make a slice of those that matter most, and say how many others there are', () => {
    const student = inbox('student', events)
    expect(student?.messages).toHaveLength(50)
    expect(student?.more).toBe(3_000 - 50)
    expect(ids(student)).toEqual(expect.arrayContaining(['m400', 'm600', 'm6000']))
    expect(student?.messages?.toSorted((a, b) => a.at - b.at)).toEqual(student?.messages)
    expect(JSON.stringify(student).length).toBeLessThan(25_000)

    const presenter = inbox('presenter', events)
    expect(presenter?.messages).toHaveLength(200)
    expect(presenter?.more).toBe(5_800)
    expect(ids(presenter)).toEqual(expect.arrayContaining(['m1', 'm3', 'm400', 'm600']))
    expect(JSON.stringify(presenter).length).toBeLessThan(100_000)
  })
})

describe("a student's own", () => {
  const own = (student: string, events: LessonEvent[] = all) => you(lessonOf(...events), student, '', deck)

  test('are the ids of what they wrote and voted for, with the texts that nobody else reads', () => {
    expect(own('ada')).toMatchObject({
      messages: ['m1', 'm4'],
      unread: [{ id: 'm4', text: 'text of m4', at: 2_000, state: 'hidden' }],
    })
    expect(own('ben')).toMatchObject({
      messages: ['m2', 'm5'],
      unread: [{ id: 'm5', text: 'text of m5', at: 2_000, state: 'waiting' }],
      upvoted: ['m1'],
    })
    expect(own('cleo')).not.toHaveProperty('unread')
  })
  test('change when they act, and when their message is moderated', () => {
    const told = (event: LessonEvent) => {
      const change = { before: lessonOf(...all), after: lessonOf(...all, event), events: [event] }
      const here = ['ada', 'ben', 'cleo']
      return concerned(change, deck, { has: student => here.includes(student), students: () => here })
    }
    expect(told(moderated('m5', 'open'))).toEqual(['ben'])
    expect(told(upvoted('m2', 'ada'))).toEqual(['ada'])
    expect(told(asked('m6', 'cleo'))).toEqual(['cleo'])
  })
})
