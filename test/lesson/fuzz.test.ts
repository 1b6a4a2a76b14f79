/** Random lessons against a small model of what a class may count on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor, Command } from '../../server/lesson/decide.ts'
import { choicesOf } from '../../server/lesson/kinds/choice.ts'
import { currentRound, fold, type Lesson, type LessonEvent } from '../../server/lesson/lesson.ts'
import { tally } from '../../server/lesson/tally.ts'
import { deckView, shownSlide, slices, you } from '../../server/lesson/views.ts'
import type { Log } from '../../server/log/log.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { Room } from '../../server/room.ts'
import { deckOf, questionOf, slideOf } from '../support/deck.ts'

const CODE = '482913'
const STUDENTS = ['ANNA', 'BEN', 'CLEO', 'DEV']
const POLLS = ['one', 'several', 'survey']

const deck = deckOf(
  [slideOf('start', ['text start/-1', 'text start/0', 'text start/1'])],
  [
    slideOf('first', ['text first/-1'], { question: questionOf('one', [false, true, false]) }),
    slideOf('below', ['text below/-1', 'text below/0'], { question: questionOf('several', [true, true, false]) }),
  ],
  [slideOf('last', ['text last/-1'], { question: questionOf('survey', [undefined, undefined]) })],
)
const places = deck.slides.flatMap((stack, h) =>
  stack.flatMap((slide, v) => slide.html.map((_html, index) => ({ h, v, f: index - 1, slide: slide.id }))),
)

type Step = { do: 'restart' } | { do: 'submit'; together: { actor: Actor; command: Command }[] }

const poll = fc.constantFrom(...POLLS)
const presenter = fc
  .oneof(
    { weight: 4, arbitrary: fc.record({ type: fc.constant('open' as const), poll }) },
    fc.record({ type: fc.constantFrom('close' as const, 'again' as const, 'reset' as const), poll }),
    fc.record({ type: fc.constantFrom('results' as const, 'solution' as const), poll, shown: fc.boolean() }),
    fc.constantFrom(...places).map(({ h, v, f }) => ({ type: 'move' as const, h, v, f })),
  )
  .map((command): { actor: Actor; command: Command } => ({ actor: { role: 'presenter' }, command }))
const student = fc
  .record({
    id: fc.constantFrom(...STUDENTS),
    command: fc.oneof(fc.constant({ type: 'join' as const }), {
      weight: 5,
      arbitrary: fc.record({
        type: fc.constant('answer' as const),
        poll,
        round: fc.constantFrom(1, 1, 2),
        value: fc.uniqueArray(fc.nat(2), { minLength: 1, maxLength: 2 }),
      }),
    }),
  })
  .map(({ id, command }): { actor: Actor; command: Command } => ({ actor: { role: 'student', id }, command }))

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 5, arbitrary: presenter.map((only): Step => ({ do: 'submit', together: [only] })) },
  {
    weight: 6,
    arbitrary: fc.array(student, { minLength: 1, maxLength: 5 }).map((together): Step => ({ do: 'submit', together })),
  },
  { weight: 1, arbitrary: fc.constant<Step>({ do: 'restart' }) },
)

/** Poll → student → the answer acknowledged last in its current round. */
type Model = Map<string, Map<string, string>>

test('a random lesson counts every acknowledged answer once, tells nothing early, and is its log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async steps => {
      const folder = mkdtempSync(join(tmpdir(), 'amphi-fuzz-'))
      let log = openSqlite(folder)
      let room = await openRoom(log)
      const model: Model = new Map(POLLS.map(id => [id, new Map()]))
      try {
        await room.submit({ role: 'presenter' }, { type: 'move', h: 0, v: 0, f: -1 })
        const seen = new Set(['start/-1'])
        for (const step of steps) {
          if (step.do === 'restart') {
            await room.close()
            await log.close()
            log = openSqlite(folder)
            room = await openRoom(log)
          } else {
            await submit(room, step.together, model, seen)
          }
          expect(counted(room.lesson)).toEqual(new Map([...model].map(([id, own]) => [id, expectedOf(id, own)])))
          tellsNothingEarly(room.lesson, seen)
          expect(plain(fold(await eventsOf(log)))).toEqual(plain(room.lesson))
        }
      } finally {
        await room.close()
        await log.close()
        rmSync(folder, { recursive: true })
      }
    }),
    { seed: 20261123, numRuns: 40 },
  )
})

const openRoom = (log: Log): Promise<Room> =>
  Room.open({
    code: CODE,
    deck,
    log,
    now: () => 1_000,
    onError: error => {
      throw error
    },
  })

/** Everything that arrives together is decided in this order, so the model may follow it in this order too. */
async function submit(room: Room, together: { actor: Actor; command: Command }[], model: Model, seen: Set<string>) {
  const before = POLLS.map(id => room.lesson.polls.get(id)?.length ?? 0)
  const outcomes = await Promise.all(together.map(({ actor, command }) => room.submit(actor, command)))
  for (const [index, { actor, command }] of together.entries()) {
    if (!outcomes[index]?.ok) continue
    if (command.type === 'answer' && actor.role === 'student')
      model.get(command.poll)?.set(actor.id, String([command.value].flat().toSorted()))
    if (command.type === 'reset') model.get(command.poll)?.clear()
    if (command.type === 'move') {
      const slide = deck.slides[command.h]?.[command.v]?.id
      for (let f = -1; f <= command.f; f += 1) seen.add(`${slide}/${f}`)
    }
  }
  for (const [index, id] of POLLS.entries()) {
    const rounds = room.lesson.polls.get(id)?.length ?? 0
    if (rounds > (before[index] ?? 0)) model.get(id)?.clear()
  }
}

function counted(lesson: Lesson) {
  return new Map(
    POLLS.map(id => {
      const round = currentRound(lesson, id)
      return [id, round ? tally(round) : expectedOf(id, new Map())]
    }),
  )
}

function expectedOf(id: string, own: Map<string, string>) {
  const question = deck.slides.flat().find(slide => slide.question?.id === id)?.question
  const counts = (question ? choicesOf(question) : []).map(
    (_choice, index) => [...own.values()].filter(value => value.includes(`${index}`)).length,
  )
  return { counts, total: own.size }
}

function tellsNothingEarly(lesson: Lesson, seen: Set<string>) {
  const passing = { connected: 0, join: '', saving: true, mistakes: [] }
  const views = slices('student', lesson, deck, passing)
  const everySlide = deck.slides.flatMap((stack, h) => stack.map((_slide, v) => shownSlide(lesson, deck, h, v)))
  const html = JSON.stringify([deckView('student', lesson, deck), everySlide])
  for (const { slide, f } of places) expect(html.includes(`text ${slide}/${f}`)).toBe(seen.has(`${slide}/${f}`))
  expect(html + JSON.stringify(views)).not.toMatch(/notes of|feedback/)
  expect(html).not.toContain('explanation')

  const round = views.poll ? currentRound(lesson, views.poll.id) : undefined
  expect(views.poll?.results !== undefined).toBe(round?.results ?? false)
  expect(views.poll?.answered !== undefined).toBe(round?.results ?? false)
  expect(views.poll?.solution !== undefined).toBe(round?.solution ?? false)
  for (const id of STUDENTS) {
    for (const [answered, own] of Object.entries(you(lesson, id, '').answers)) {
      const solved = lesson.polls.get(answered)?.[own.round - 1]?.solution ?? false
      expect(own.right !== undefined).toBe(solved)
      expect(own.feedback !== undefined).toBe(solved)
    }
  }
}

async function eventsOf(log: Log): Promise<LessonEvent[]> {
  const events: LessonEvent[] = []
  const leave = await log.follow(CODE, 0, commit => events.push(...commit.events))
  leave()
  return events
}

const plain = (lesson: Lesson) => JSON.parse(JSON.stringify(lesson))
