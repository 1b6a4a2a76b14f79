/** Random lessons, as steps: a deck with every kind of question, a small class, and what a presenter and students do. */
import fc from 'fast-check'
import type { Kind, Question } from '../../../server/deck/question-types.ts'
import type { Actor, AnyCommand } from '../../../server/lesson/decision-types.ts'
import type { Lesson } from '../../../server/lesson/lesson.ts'
import type { Value } from '../../../server/wire/poll-view.ts'
import { deckOf, questionOf, slideOf } from '../../support/deck.ts'

export const SURVEYS = ['survey', 'words', 'scale']
export const STUDENTS = ['ANNA', 'BEN', 'CLEO', 'DEV']

const asked = (id: string) => {
  const { prompt, text, explanation, points, live } = questionOf(id, [])
  return { id, prompt, text, points, live, ...(explanation !== undefined && { explanation }) }
}
const said = (id: string) => ({ feedback: `feedback ${id}` })
const asks: Record<Kind, Question[]> = {
  choice: [
    questionOf('one', [false, true, false]),
    questionOf('several', [true, true, false], { scoring: { scheme: 'partial' }, time: 5, live: true }),
    questionOf('survey', [undefined, undefined]),
  ],
  number: [
    { ...asked('number'), kind: 'number', read: 5, entries: [{ value: 3, tolerance: 0.5, right: true, ...said('3') }] },
  ],
  text: [
    { ...asked('text'), kind: 'text', live: true, entries: [{ text: 'accepted', right: true, ...said('accepted') }] },
  ],
  words: [{ ...asked('words'), kind: 'words' }],
  scale: [{ ...asked('scale'), kind: 'scale', live: true, min: 1, max: 5, labels: [] }],
  order: [
    {
      ...asked('order'),
      kind: 'order',
      read: 5,
      time: 5,
      choices: [2, 0, 1].map((place, index) => ({
        key: 'ABC'.charAt(index),
        html: `item ${index}`,
        text: `item ${index}`,
        place,
      })),
    },
  ],
}
export const questions = Object.values(asks).flat()
export const deck = {
  ...deckOf(
    [slideOf('start', ['text start/-1', 'text start/0', 'text start/1'])],
    ...questions.map(question => [slideOf(question.id, [`text ${question.id}/-1`], { question })]),
  ),
  identity: 'nickname' as const,
  ranking: 3,
}
export const places = deck.slides.flatMap((stack, h) =>
  stack.flatMap((slide, v) => slide.html.map((_html, index) => ({ h, v, f: index - 1, slide: slide.id }))),
)

export interface Submission {
  actor: Actor
  command: AnyCommand
}
export type Step =
  | { do: 'restart' }
  /** Time goes on. */
  | { do: 'wait'; ms: number }
  /** The presenter does what comes next for a question. */
  | { do: 'onward'; poll: string }
  /** Answers name their round from the current one, 0, backwards; and when they were tapped from the present, in ms. */
  | { do: 'submit'; together: Submission[] }

const values: Record<Kind, fc.Arbitrary<Value>> = {
  choice: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 }),
  number: fc.constantFrom(-2, 0, 0.5, 3, 3.5, 1_000),
  text: fc.constantFrom('accepted', 'other', 'third', '', ' '),
  words: fc.constantFrom('red', 'red, blue', 'blue, green, red', 'one, two, three, four'),
  scale: fc.integer({ min: 0, max: 6 }),
  order: fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
}
/** What is answered in words, and may be moderated. */
const texts: Partial<Record<Kind, fc.Arbitrary<string>>> = {
  text: fc.constantFrom('accepted', 'other', 'third'),
  words: fc.constantFrom('red', 'blue', 'green'),
}
const mostly = fc.constantFrom(true, true, false)
const id = fc.constantFrom(...STUDENTS)
const name = fc.constantFrom('Ada', 'ada', 'Élise', 'Bob')

/** A lesson turns around a few questions, so that each gets far. */
export const steps = fc
  .shuffledSubarray(questions, { minLength: 1, maxLength: 2 })
  .chain(few => fc.array(step(fc.constantFrom(...few)), { minLength: 25, maxLength: 35, size: 'max' }))

function step(question: fc.Arbitrary<Question>): fc.Arbitrary<Step> {
  const poll = question.map(({ id }) => id)
  const presenter = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ type: fc.constantFrom('open' as const, 'close', 'again', 'reset', 'reopen'), poll }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        type: fc.constantFrom('results' as const, 'solution' as const),
        poll,
        shown: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ type: fc.constant('extend' as const), poll, seconds: fc.integer({ min: 1, max: 20 }) }),
    },
    { weight: 2, arbitrary: fc.record({ type: fc.constant('pause' as const), poll, on: fc.boolean() }) },
    { weight: 3, arbitrary: fc.constantFrom(...places).map(({ h, v, f }) => ({ type: 'move' as const, h, v, f })) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('ranking' as const), shown: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('rename' as const), student: id, name }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('lock' as const), on: fc.boolean() }) },
    {
      weight: 1,
      arbitrary: fc.record({
        type: fc.constant('sweep' as const),
        since: fc.nat(50),
        until: fc.nat(2_000),
        gone: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ type: fc.constantFrom('remove' as const, 'readmit'), student: id }) },
    { weight: 1, arbitrary: fc.record({ type: fc.constant('hideName' as const), student: id, hidden: fc.boolean() }) },
  )
  const moderation = question.chain(({ id: poll, kind }): fc.Arbitrary<Step> => {
    const text = texts[kind]
    if (!text) return fc.constant({ do: 'onward', poll })
    const hide = fc.record({ type: fc.constant('hideText' as const), poll: fc.constant(poll), text, hidden: mostly })
    const merge = fc.record(
      { type: fc.constant('mergeText' as const), poll: fc.constant(poll), text, into: text },
      { requiredKeys: ['type', 'poll', 'text'] },
    )
    return fc
      .oneof(hide, merge)
      .map(command => ({ do: 'submit', together: [{ actor: { role: 'presenter' }, command }] }))
  })
  const answer = question.chain(({ id: poll, kind }) =>
    fc.record(
      {
        type: fc.constant('answer' as const),
        poll: fc.constant(poll),
        round: fc.constantFrom(0, 0, 0, 0, 1, -1),
        value: fc.oneof({ weight: 20, arbitrary: values[kind] }, ...Object.values(values)),
        tappedAt: fc.integer({ min: -3_000, max: 0 }),
      },
      { requiredKeys: ['type', 'poll', 'round', 'value'] },
    ),
  )
  const student = fc.record({
    id,
    command: fc.oneof({ weight: 8, arbitrary: answer }, fc.record({ type: fc.constant('name' as const), name })),
  })
  return fc.oneof(
    { weight: 4, arbitrary: poll.map((poll): Step => ({ do: 'onward', poll })) },
    {
      weight: 3,
      arbitrary: presenter.map(
        (command): Step => ({ do: 'submit', together: [{ actor: { role: 'presenter' }, command }] }),
      ),
    },
    {
      weight: 7,
      arbitrary: fc.array(student, { minLength: 3, maxLength: 6, size: 'max' }).map(
        (all): Step => ({
          do: 'submit',
          together: all.map(({ id, command }) => ({ actor: { role: 'student', id }, command })),
        }),
      ),
    },
    { weight: 3, arbitrary: moderation },
    { weight: 2, arbitrary: fc.integer({ min: 500, max: 6_000 }).map((ms): Step => ({ do: 'wait', ms })) },
    { weight: 1, arbitrary: fc.constant<Step>({ do: 'restart' }) },
  )
}

/** What comes next for a question, round after round. */
export function onward(poll: string, lesson: Lesson): AnyCommand {
  const round = lesson.polls.get(poll)?.at(-1)
  if (!round || round.phase === 'ready') return { type: 'open', poll }
  if (round.phase === 'open') return { type: 'close', poll }
  if (!round.results) return { type: 'results', poll, shown: true }
  const survey = SURVEYS.includes(poll)
  return round.solution || survey ? { type: 'again', poll } : { type: 'solution', poll, shown: true }
}

/** The command as it is sent at a moment of the lesson. */
export function timely(command: AnyCommand, lesson: Lesson, now: number): AnyCommand {
  if (command.type !== 'answer') return command
  const { poll, round, tappedAt, ...answer } = command
  const current = lesson.polls.get(poll)?.length ?? 1
  return { ...answer, poll, round: current + round, ...(tappedAt !== undefined && { tappedAt: now + tappedAt }) }
}
