/** What presenter, wall and students are told of a quiz. */
import { describe, expect, test } from 'vitest'
import { fold } from '../../../server/lesson/evolve.ts'
import type { Lesson } from '../../../server/lesson/lesson.ts'
import { deckView, shownAssets, shownBetween } from '../../../server/lesson/views/visible-deck.ts'
import type { Role } from '../../../server/wire/protocol.ts'
import { deckOf, slideOf } from '../../support/deck.ts'
import { slices } from '../../support/views.ts'
import {
  ada,
  answer,
  bob,
  deck,
  finish,
  lessonAfter,
  PAUSE,
  play,
  QUIZ,
  release,
  SECOND,
  type Step,
  start,
  stop,
  TALK,
} from './quiz-class.ts'

const started: Step[] = [
  [10, QUIZ],
  [20, start],
]
const QA = { type: 'move', h: 1, v: 1, f: -1 } as const
const viewOf = (role: Role, lesson: Lesson, on = deck) => slices(role, lesson, on)
const ofQuiz = (role: Role, steps: Step[], seconds?: number) => viewOf(role, lessonAfter(steps, seconds)).quiz
const ids = ['a', 'b', 'c']

describe('the quiz', () => {
  test('is none outside of one', () => {
    for (const role of ['student', 'presenter', 'screen'] as const)
      expect(viewOf(role, lessonAfter([[10, TALK]]))).toMatchObject({ quiz: null, polls: [] })
  })
  test('before its start has its questions for presenter and screen alone', () => {
    const ready = { segment: 'quiz', phase: 'ready' }
    expect(ofQuiz('student', [[10, QUIZ]])).toEqual({ ...ready, questions: [] })
    for (const role of ['presenter', 'screen'] as const)
      expect(ofQuiz(role, [[10, QUIZ]])).toEqual({ ...ready, questions: ids })
  })
  test('once started tells all of its questions and its clock, and counts to presenter and screen', () => {
    const steps: Step[] = [...started, [30, answer('a', [1]), ada], [31, answer('a', [0]), bob], [32, finish(), bob]]
    const open = { segment: 'quiz', phase: 'open', questions: ids, openedAt: 20_000, closesAt: 620_000 }
    expect(ofQuiz('student', steps)).toEqual(open)
    for (const role of ['presenter', 'screen'] as const)
      expect(ofQuiz(role, steps)).toEqual({ ...open, finished: 1, answered: [2, 0, 0] })
  })
  test('stays while it is open, wherever the class goes', () => {
    expect(ofQuiz('student', [...started, [30, PAUSE]])).toMatchObject({ segment: 'quiz', phase: 'open' })
    expect(ofQuiz('student', [...started, [30, PAUSE], [40, stop]])).toBeNull()
    expect(ofQuiz('student', [...started, [30, SECOND], [40, stop]])).toMatchObject({ segment: 'second' })
  })
  test('counts nobody who was removed, and counts them again when they are back', () => {
    const removed: Step[] = [
      ...started,
      [30, answer('a', [1]), bob],
      [31, finish(), bob],
      [32, { type: 'remove', student: 'bob' }],
    ]
    expect(ofQuiz('presenter', removed)).toMatchObject({ finished: 0, answered: [0, 0, 0] })
    const back: Step[] = [...removed, [33, { type: 'readmit', student: 'bob' }]]
    expect(ofQuiz('presenter', back)).toMatchObject({ finished: 1, answered: [1, 0, 0] })
  })
})

describe('its polls', () => {
  test('are with students from the start, and say no more than a single question does', () => {
    expect(viewOf('student', lessonAfter([[10, QUIZ]])).polls).toEqual([])
    const { polls } = viewOf('student', lessonAfter(started))
    expect(polls?.map(({ id, phase, h, v }) => [id, phase, h, v])).toEqual([
      ['a', 'open', 1, 1],
      ['b', 'open', 1, 2],
      ['c', 'open', 1, 3],
    ])
    expect(JSON.stringify(polls)).not.toMatch(/right|explanation|feedback|solution|answered/)
  })
  test('have results and solutions for students once they are released', () => {
    const shown = viewOf('student', lessonAfter([...started, [30, stop], [40, release(true, true)]])).polls
    expect(shown?.map(({ results, solution }) => [results !== undefined, solution !== undefined])).toEqual([
      [true, true],
      [true, true],
      [true, true],
    ])
  })
  test('are those that were asked, whatever the deck has become', () => {
    const [talk = [], quiz = []] = deck.slides
    const reworded = quiz.map(slide =>
      slide.question ? { ...slide, question: { ...slide.question, prompt: 'reworded' } } : slide,
    )
    const added = slideOf('new', ['ask new'], { question: { ...quiz[1]?.question, id: 'new' } as never })
    const edited = deckOf(talk, [...reworded.slice(0, 2), reworded[3] ?? slideOf('x', ['x']), added])
    const { polls } = viewOf('student', lessonAfter(started), edited)
    expect(polls?.map(({ id, prompt, v }) => [id, prompt, v])).toEqual([
      ['a', 'prompt of a', 1],
      ['b', 'prompt of b', 0],
      ['c', 'prompt of c', 2],
    ])
  })
})

describe('before its start', () => {
  const ready: Step[] = [
    [10, QUIZ],
    [11, QA],
  ]
  test('students have nothing of a question, not even on its slide', () => {
    const lesson = lessonAfter(ready)
    expect(viewOf('student', lesson).poll).toBeNull()
    expect(viewOf('screen', lesson).poll).toMatchObject({ id: 'a', phase: 'ready' })
    expect(JSON.stringify([viewOf('student', lesson), deckView('student', lesson, deck)])).not.toMatch(
      /ask a|prompt of a|choice A/,
    )
  })
  test('one that is asked alone comes with its slide as it is asked', () => {
    const before = lessonAfter(ready)
    const events = play([...ready, [12, { type: 'open', poll: 'a' }]])
    const after = fold(events)
    expect(viewOf('student', after).poll).toMatchObject({ id: 'a', phase: 'ready', opensAt: 17_000 })
    expect(shownBetween(before, after, deck)).toMatchObject([{ h: 1, v: 1, id: 'qa', step: -1 }])
  })

  test('once one was asked alone, the others are read with their slides, and no sooner', () => {
    const asked: Step[] = [...ready, [12, { type: 'open', poll: 'a' }]]
    expect(viewOf('student', lessonAfter([...asked, [14, { type: 'move', h: 1, v: 2, f: -1 }]])).poll).toMatchObject({
      id: 'b',
      phase: 'ready',
    })
    expect(JSON.stringify(deckView('student', lessonAfter(asked), deck))).not.toContain('ask b')
  })
})

test('its start brings students the slides of its questions, before their first step', () => {
  const steps: Step[] = [[10, QUIZ]]
  const [before, events] = [lessonAfter(steps), play(started)]
  const after = fold(events)
  const slides = shownBetween(before, after, deck)
  expect(slides.map(({ id, step }) => [id, step])).toEqual([
    ['qa', -1],
    ['qb', -1],
    ['qc', -1],
  ])
  expect(JSON.stringify(slides)).not.toMatch(/step of a|notes of/)
  const pictures = deckOf(
    deck.slides[0] ?? [],
    (deck.slides[1] ?? []).map(slide => ({ ...slide, assets: [[`${slide.id}.png`], ['late.png']] })),
  )
  expect([...shownAssets(before, pictures)]).toEqual(['quiz.png'])
  expect([...shownAssets(after, pictures)].toSorted()).toEqual(['qa.png', 'qb.png', 'qc.png', 'quiz.png'])
})
