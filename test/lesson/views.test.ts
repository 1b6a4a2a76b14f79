/** What each role sees of the deck, of the class and of the plan. */
import { describe, expect, test } from 'vitest'
import type { Deck, Segment } from '../../server/deck/deck.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { deckView, editedSlides, shownAssets } from '../../server/lesson/views/visible-deck.ts'
import type { Role } from '../../server/wire/protocol.ts'
import { deckOf, slideOf } from '../support/deck.ts'
import { slices } from '../support/views.ts'
import { answered, at, base, closed, deck, lesson, opened, passing, question, solution } from './views-lesson.ts'

describe('an edit of the deck', () => {
  const edited = (...slides: ReturnType<typeof slideOf>[]) => deckOf(...slides.map(slide => [slide]))
  const [intro, q1, end] = deck.slides.flat() as [
    ReturnType<typeof slideOf>,
    ReturnType<typeof slideOf>,
    ReturnType<typeof slideOf>,
  ]

  test('tells phones the slides that they have seen and that are otherwise', () => {
    const reworded = { ...intro, html: ['<p>other</p>', '<p>other</p><p>b</p>'] }
    expect(editedSlides(lesson(), deck, edited(reworded, q1, end))).toMatchObject([
      { id: 'intro', html: '<p>other</p>' },
    ])
  })
  test('lets phones ask again when a slide that they have seen gave its place to another', () => {
    expect(editedSlides(lesson(), deck, edited(slideOf('new', ['c']), q1, end))).toBeUndefined()
  })
})

describe('the deck', () => {
  test('shows a student the slides and steps shown so far, and null for the rest', () => {
    const view = deckView('student', lesson(), deck)
    expect(view.slides).toEqual([
      [{ id: 'intro', number: '1', steps: 1, step: -1, attributes: {}, html: '<p>a</p>' }],
      [null],
      [null],
    ])
  })
  test('going back does not un-show', () => {
    const view = deckView('student', lesson(at(0, 0, 'intro'), at(1, -1, 'q1'), at(0, -1, 'intro')), deck)
    expect(view.slides.flat().map(slide => slide?.step)).toEqual([0, -1, undefined])
  })
  test('is whole for the screen, without notes, and whole for the presenter, with them', () => {
    expect(
      deckView('screen', lesson(), deck)
        .slides.flat()
        .every(slide => slide && !('notes' in slide)),
    ).toBe(true)
    expect(
      deckView('presenter', lesson(), deck)
        .slides.flat()
        .every(slide => slide?.notes),
    ).toBe(true)
  })
  test('gives students the files of what was shown', () => {
    expect(shownAssets(lesson(), deck)).toEqual(new Set(['a.png']))
    expect(shownAssets(lesson(at(0, 0, 'intro'), at(2, -1, 'end')), deck)).toEqual(new Set(['a.png', 'b.png', 'z.png']))
  })
})

test('the files of feedback and explanation come with the solution', () => {
  const pictured = deckOf([slideOf('q1', ['q'], { question: { ...question, assets: ['why.png'] } })])
  const voted = fold([base[0] as LessonEvent, at(0, -1, 'q1'), opened, answered, closed])
  expect(shownAssets(voted, pictured)).toEqual(new Set())
  expect(shownAssets(fold([solution], voted), pictured)).toEqual(new Set(['why.png']))
})

test('an open question that was taken out of the deck is named to the presenter alone, until it is closed', () => {
  const without = deckOf([slideOf('intro', ['a', 'b'])])
  const named = (role: Role, on: Deck, ...events: LessonEvent[]) =>
    slices(role, lesson(...events), on, passing).lesson?.orphans
  expect(named('presenter', without, opened)).toEqual(['one'])
  expect(named('screen', without, opened)).toBeUndefined()
  expect(named('student', without, opened)).toBeUndefined()
  expect(named('presenter', deck, opened)).toBeUndefined()
  expect(named('presenter', without, opened, closed)).toBeUndefined()
})

test('which questions have been asked is for the presenter; a round thrown away does not count', () => {
  const asked = (role: Role, ...events: LessonEvent[]) => slices(role, lesson(...events), deck).asked
  expect(asked('presenter')).toEqual([])
  expect(asked('presenter', opened)).toEqual(['one'])
  expect(asked('presenter', opened, { type: 'reset', at: 12, poll: 'one', round: 1 })).toEqual([])
  for (const role of ['student', 'screen'] as const) expect(asked(role, opened)).toBeUndefined()
})

test('the audience is for presenter and screen', () => {
  expect(slices('student', lesson(), deck, passing)).not.toHaveProperty('audience')
  expect(slices('screen', lesson(), deck, passing).audience).toEqual({ connected: 2, joined: 2 })
})

test('how well the phones are reached is for the presenter', () => {
  const health = { reconnecting: 1, gone: 0, dropping: false }
  expect(slices('presenter', lesson(), deck, { ...passing, health }).health).toEqual(health)
  for (const role of ['student', 'screen'] as const) {
    expect(slices(role, lesson(), deck, { ...passing, health })).not.toHaveProperty('health')
  }
})

describe('segments', () => {
  const TALK: Segment = { kind: 'talk', title: 'Images', pace: 'class', seconds: 900 }
  const PAUSE: Segment = { kind: 'break', title: 'Coffee', pace: 'class' }
  const parts = deckOf(
    [slideOf('cover', ['c'])],
    [slideOf('talk', ['t'], { segment: TALK }), slideOf('below', ['b', 'b2'])],
    [slideOf('aside', ['a'], { attributes: { 'data-visibility': 'hidden' } })],
    [slideOf('pause', ['p'], { segment: PAUSE })],
  )
  const go = (at: number, h: number, v: number, slide: string, f = -1): LessonEvent => ({
    type: 'moved',
    at,
    h,
    v,
    f,
    slide,
  })
  const segment = (events: LessonEvent[], inDeck = parts) => slices('presenter', fold(events), inDeck, passing).segment

  test('have their plan for the presenter alone, and are told to all once they are on', () => {
    const marks = (role: 'student' | 'presenter' | 'screen') =>
      deckView(role, fold(parts.slides.flat().map(({ id }) => go(1, 0, 0, id))), parts).slides.map(
        ([slide]) => slide?.segment,
      )
    expect(marks('presenter')).toEqual([undefined, TALK, undefined, PAUSE])
    for (const role of ['student', 'screen'] as const) {
      expect(marks(role)).toEqual([undefined, undefined, undefined, undefined])
      const told = slices(role, fold([go(1, 1, 0, 'talk')]), parts, passing).segment
      expect(told).toEqual({ id: 'talk', ...TALK, enteredAt: 1, next: { kind: 'break' } })
    }
  })

  test('run to the next mark, and none before the first', () => {
    expect(segment([go(1, 0, 0, 'cover')])).toBeNull()
    expect(segment([go(1, 1, 0, 'talk')])).toMatchObject({ ...TALK, enteredAt: 1 })
    expect(segment([go(1, 1, 1, 'below')])).toMatchObject({ ...TALK, enteredAt: 1 })
    expect(segment([go(1, 2, 0, 'aside')])).toMatchObject({ kind: 'talk' })
    expect(segment([go(1, 3, 0, 'pause')])).toEqual({ id: 'pause', ...PAUSE, enteredAt: 1 })
    expect(segment([go(1, 0, 0, 'intro')], deck)).toBeNull()
  })

  test('are entered when one of their slides was first gone to, whatever came in between', () => {
    const walk = [go(1, 0, 0, 'cover'), go(5, 1, 1, 'below'), go(6, 1, 1, 'below', 0), go(9, 3, 0, 'pause')]
    expect(segment([...walk, go(12, 1, 0, 'talk')])?.enteredAt).toBe(5)
    expect(segment([...walk, go(12, 1, 0, 'talk'), go(20, 3, 0, 'pause')])?.enteredAt).toBe(9)
  })

  test('begin with the class, which leaves its first slide when the room is full', () => {
    const talk = [go(1, 1, 0, 'talk')]
    expect(segment(talk)?.enteredAt).toBe(1)
    expect(segment([...talk, go(9, 1, 1, 'below')])?.enteredAt).toBe(9)
    const begun = (events: LessonEvent[]) => slices('presenter', fold(events), parts, passing).lesson?.startedAt
    expect(begun(talk)).toBeUndefined()
    expect(begun([...talk, go(9, 1, 1, 'below'), go(20, 3, 0, 'pause')])).toBe(9)
  })

  test('are told to the presenter each time that the class came to one', () => {
    const came = (at: number, segment: string): LessonEvent => ({
      type: 'segmentEntered',
      at,
      segment,
      kind: 'talk',
      title: '',
    })
    const told = (role: 'student' | 'presenter' | 'screen', ...events: LessonEvent[]) =>
      slices(role, fold([go(1, 0, 0, 'cover'), ...events]), parts, passing).lesson?.visits
    const walk = [came(5, 'talk'), came(9, 'pause'), came(12, 'talk')]
    expect(told('presenter', ...walk)).toEqual([
      { segment: 'talk', at: 5 },
      { segment: 'pause', at: 9 },
      { segment: 'talk', at: 12 },
    ])
    expect([told('presenter'), told('student', ...walk), told('screen', ...walk)]).toEqual(Array(3).fill(undefined))
  })

  test('keep their beginning when the deck is edited', () => {
    const longer = deckOf([slideOf('new', ['n'])], ...parts.slides)
    expect(segment([go(1, 0, 0, 'cover'), go(5, 1, 0, 'talk'), go(8, 1, 1, 'below')], longer)).toMatchObject({
      kind: 'talk',
      enteredAt: 5,
    })
    const shorter = deckOf(...parts.slides.slice(0, 1), ...parts.slides.slice(3))
    expect(segment([go(5, 1, 0, 'talk'), go(8, 1, 1, 'below')], shorter)).toEqual({
      id: 'pause',
      ...PAUSE,
      enteredAt: 8,
    })
  })
})

test('after an edit the position follows its slide', () => {
  const edited = deckOf([slideOf('new', ['n'])], ...deck.slides)
  expect(slices('screen', lesson(at(1, -1, 'q1')), edited, passing).position).toMatchObject({ h: 2, v: 0 })
})
