/** Random lessons with every kind of question, against a small model of what a class may count on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyCommand } from '../../server/lesson/decision-types.ts'
import { due } from '../../server/lesson/due.ts'
import { fold } from '../../server/lesson/evolve.ts'
import { keptRounds, type Lesson, type LessonEvent } from '../../server/lesson/lesson.ts'
import { sourcesOf } from '../../server/lesson/views/define-slice.ts'
import { concerned, you } from '../../server/lesson/views/own-slice.ts'
import { deckView, shownSlide } from '../../server/lesson/views/visible-deck.ts'
import { tally } from '../../server/lesson/vote/tally.ts'
import { Room } from '../../server/lessons/room.ts'
import type { Log } from '../../server/log/log.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { keepSlices } from '../../server/realtime/kept-slices.ts'
import { report } from '../../server/report/report.ts'
import { pollView, slices } from '../support/views.ts'
import { added, isTaken, kept, type Model, type ModelTexts, moderate } from './model.ts'
import {
  deck,
  onward,
  places,
  questions,
  STUDENTS,
  type Step,
  SURVEYS,
  type Submission,
  steps,
  timely,
} from './random.ts'

const CODE = '482913'

/** By poll. */
type Texts = Map<string, ModelTexts>

interface Known {
  rounds: Model
  texts: Texts
  /** Steps, as `slide/step`, that the class has been to. */
  seen: Set<string>
}

test('a random lesson counts every acknowledged answer once, reveals nothing early, and is what its log says', async () => {
  await fc.assert(fc.asyncProperty(steps, play), { seed: 20261123, numRuns: 25 })
})

async function play(steps: Step[]) {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-fuzz-'))
  const clock = { now: 1_000 }
  let log = openSqlite(folder)
  const views = watchViews()
  let room = views.watch(await openRoom(log, clock))
  const model: Model = new Map(questions.map(({ id }) => [id, []]))
  const texts: Texts = new Map(questions.map(({ id }) => [id, { hidden: new Set(), as: new Map() }]))
  const seen = new Set(['start/-1'])
  const check = async () => {
    countsEveryAnswerOnce(room.lesson, model, texts)
    hidesWhatIsHidden(room.lesson, texts)
    tellsNothingEarly(room.lesson, seen)
    expect(views.outdated).toEqual([])
    expect(plain(fold(await eventsOf(log)))).toEqual(plain(room.lesson))
  }
  try {
    await room.submit({ role: 'presenter' }, { type: 'move', h: 0, v: 0, f: -1 })
    for (const step of steps) {
      if (step.do === 'restart') {
        await room.close()
        await log.close()
        log = openSqlite(folder)
        room = views.watch(await openRoom(log, clock))
      }
      if (step.do === 'submit') await submit(room, step.together, { rounds: model, texts, seen }, clock.now)
      if (step.do === 'onward') {
        const command = onward(step.poll, room.lesson)
        await submit(room, [{ actor: { role: 'presenter' }, command }], { rounds: model, texts, seen }, clock.now)
      }
      if (step.do === 'wait') await wait(room, clock, step.ms)
      await check()
    }
    await room.submit({ role: 'presenter' }, { type: 'end' })
    await check()
  } finally {
    await room.close()
    await log.close()
    rmSync(folder, { recursive: true })
  }
}

const openRoom = (log: Log, clock: { now: number }): Promise<Room> =>
  Room.open({
    code: CODE,
    deck,
    log,
    now: () => clock.now,
    onError: error => {
      throw error
    },
  })

/** Slices that are kept between changes, and students who are told of one, against views that are made anew each time. */
function watchViews() {
  const outdated: string[] = []
  const passing = { connected: 0, join: '', saving: true, mistakes: [] }
  const roles = (['student', 'presenter', 'screen'] as const).map(role => ({ role, kept: keepSlices(role) }))
  const own = (lesson: Lesson, student: string) => JSON.stringify(you(lesson, student, ''))
  function watch(room: Room): Room {
    room.onChange(change => {
      for (const { role, kept } of roles) {
        const [views, encoded] = [slices(role, change.after, deck), kept(sourcesOf(change.after, deck, passing))]
        const same = JSON.stringify(Object.entries(views).map(([name, view]) => [name, JSON.stringify(view)]))
        if (JSON.stringify([...encoded]) !== same) outdated.push(role)
      }
      // Who is removed is disconnected.
      const here = STUDENTS.filter(student => !change.after.students.get(student)?.removed)
      const told = concerned(change, { has: student => here.includes(student), students: () => here })
      const differs = (student: string) => own(change.before, student) !== own(change.after, student)
      outdated.push(...here.filter(student => differs(student) && !told.includes(student)))
    })
    return room
  }
  return { outdated, watch }
}

/** What the room does by itself when its time has come, at the moment when it is due. */
async function wait(room: Room, clock: { now: number }, ms: number) {
  const end = clock.now + ms
  for (let next = due(room.lesson, deck); next && next.at <= end; next = due(room.lesson, deck)) {
    clock.now = next.at
    await room.submit({ role: 'server' }, next.command)
  }
  clock.now = end
}

/** Everything that arrives together is decided in this order, so the model may follow it in this order too. */
async function submit(room: Room, together: Submission[], { rounds: model, texts, seen }: Known, now: number) {
  const before = room.lesson
  const isInside = ({ actor }: Submission) =>
    actor.role !== 'student' || !before.locked || before.students.has(actor.id)
  const inside = together
    .filter(isInside)
    .map(({ actor, command }) => ({ actor, command: timely(command, before, now) }))
  for (const { actor } of inside) if (actor.role === 'student') void room.submit(actor, { type: 'join' })
  const outcomes = await Promise.all(inside.map(({ actor, command }) => room.submit(actor, command)))
  for (const [index, { actor, command }] of inside.entries()) {
    const ok = outcomes[index]?.ok ?? false
    if (command.type === 'answer' && actor.role === 'student') {
      const rounds = before.polls.get(command.poll) ?? []
      const removed = before.students.get(actor.id)?.removed ?? false
      expect(ok).toBe(!removed && isTaken(command, rounds, now))
      const question = questions.find(({ id }) => id === command.poll)
      if (ok && question)
        model.get(command.poll)?.[command.round - 1]?.answers.set(actor.id, kept(question, command.value))
    }
    if (ok && beginsRound(command, before)) model.get(command.poll)?.push({ answers: new Map(), discarded: false })
    if (ok && command.type === 'reset') Object.assign(model.get(command.poll)?.at(-1) ?? {}, { discarded: true })
    const words = ok && 'poll' in command && texts.get(command.poll)
    if (words) moderate(words, command)
    if (ok && command.type === 'move') {
      const slide = deck.slides[command.h]?.[command.v]?.id
      for (let f = -1; f <= command.f; f += 1) seen.add(`${slide}/${f}`)
    }
  }
}

/** The first opening does, the one after a round was thrown away, and another vote on what was closed. */
function beginsRound(
  command: AnyCommand,
  { polls }: Lesson,
): command is Extract<AnyCommand, { type: 'open' | 'again' }> {
  if (command.type !== 'open' && command.type !== 'again') return false
  const round = polls.get(command.poll)?.at(-1)
  return command.type === 'again' ? round?.phase === 'closed' : round === undefined || round.discarded === true
}

function countsEveryAnswerOnce(lesson: Lesson, model: Model, texts: Texts) {
  const { polls, students } = report(lesson)
  for (const question of questions) {
    const expected = (model.get(question.id) ?? []).filter(({ discarded }) => !discarded)
    const rounds = keptRounds(lesson.polls.get(question.id) ?? []).map(({ round }) => round)
    const counts = (student: string) => lesson.students.get(student)?.removed === false
    const sums = expected.map(({ answers }) =>
      added(
        question,
        [...answers].flatMap(([student, value]) => (counts(student) ? [value] : [])),
        texts.get(question.id) ?? { hidden: new Set(), as: new Map() },
      ),
    )
    expect(rounds.map(tally)).toEqual(sums)
    expect(polls.find(({ id }) => id === question.id)?.rounds.map(({ results }) => results) ?? []).toEqual(sums)
    if (question.kind !== 'choice' || question.multiple) continue
    for (const round of rounds)
      expect(tally(round).counts.reduce((sum, count) => sum + count, 0)).toBe(round.answers.size)
  }
  const given = students.flatMap(({ id, answers }) =>
    answers.map(({ poll, round, value }) => JSON.stringify([poll, round, id, value])),
  )
  const acknowledged = [...model].flatMap(([poll, rounds]) =>
    rounds.flatMap(({ answers, discarded }, index) =>
      discarded ? [] : [...answers].map(([id, value]) => JSON.stringify([poll, index + 1, id, value])),
    ),
  )
  expect(given.toSorted()).toEqual(acknowledged.toSorted())
}

/** From the class, not from the presenter; names too. */
function hidesWhatIsHidden(lesson: Lesson, texts: Texts) {
  for (const place of places) {
    const there = { ...lesson, position: { ...place, at: 0 } }
    const { hidden = new Set(), as = new Map() } = texts.get(place.slide) ?? {}
    for (const role of ['student', 'screen'] as const) {
      const view = pollView(role, there, deck)
      const shown = [view?.results, view?.before?.results].flatMap(results => results?.texts ?? [])
      for (const { text } of shown) expect(hidden.has(text) || as.has(text)).toBe(false)
      expect(view?.moderation).toBeUndefined()
    }
    const known = pollView('presenter', there, deck)?.moderation
    if (known) expect(known.merged.map(({ text }) => text).toSorted()).toEqual([...as.keys()].toSorted())
  }
  const screen = slices('screen', lesson, deck, { connected: 0, join: '', saving: true, mistakes: [] })
  for (const { name, hidden } of screen.ranking ?? []) expect(name === '').toBe(hidden === true)
}

function tellsNothingEarly(lesson: Lesson, seen: Set<string>) {
  const passing = { connected: 0, join: '', saving: true, mistakes: [] }
  const views = slices('student', lesson, deck, passing)
  const everySlide = deck.slides.flatMap((stack, h) => stack.map((_slide, v) => shownSlide(lesson, deck, h, v)))
  const html = JSON.stringify([deckView('student', lesson, deck), everySlide])
  for (const { slide, f } of places) expect(html.includes(`text ${slide}/${f}`)).toBe(seen.has(`${slide}/${f}`))
  expect(html + JSON.stringify(views)).not.toMatch(/notes of|feedback|Ada|Bob|ANNA|BEN/i)
  expect(html).not.toMatch(/explanation|accepted/)
  expect(views.ranking).toBeUndefined()
  expect(slices('screen', lesson, deck, passing).ranking !== null).toBe(lesson.ranking)

  for (const { id } of questions) tellsNoQuestionEarly(lesson, id)
  const told = questions.filter(({ id }) => isTold(lesson, id, lesson.polls.get(id)?.length ?? 0))
  expect(views.solved?.map(({ id }) => id)).toEqual(told.map(({ id }) => id))
  for (const student of STUDENTS) {
    const own = you(lesson, student, '')
    const racing = questions.some(({ id }) => {
      const round = lesson.polls.get(id)?.findLast(({ solution }) => solution)
      return round?.answers.has(student)
    })
    const ranked = lesson.ranking && racing && lesson.students.get(student)?.removed === false
    expect(own.rank !== undefined).toBe(ranked)
    for (const [poll, answer] of Object.entries(own.answers)) {
      const told = isTold(lesson, poll, answer.round)
      const survey = SURVEYS.includes(poll)
      expect(answer.right !== undefined).toBe(told && !survey)
      expect(answer.points !== undefined).toBe(told && !survey)
      expect(answer.feedback !== undefined).toBe(told)
    }
  }
}

function tellsNoQuestionEarly(lesson: Lesson, id: string) {
  const place = places.find(({ slide }) => slide === id)
  if (!place) throw new Error(`no slide asks ${id}`)
  const there = { ...lesson, position: { ...place, at: 0 } }
  const [student, screen] = [pollView('student', there, deck), pollView('screen', there, deck)]
  const round = lesson.polls.get(id)?.at(-1)
  const kept = keptRounds(lesson.polls.get(id) ?? []).length
  const results = round?.results ?? false
  const told = isTold(lesson, id, lesson.polls.get(id)?.length ?? 0)
  expect(student?.results !== undefined).toBe(results)
  expect(student?.answered !== undefined).toBe(results)
  for (const view of [student, screen]) expect(view?.before !== undefined).toBe(results && kept > 1)
  for (const view of [student, screen]) {
    expect(view?.solution !== undefined).toBe(told)
    if (!told) expect(JSON.stringify(view)).not.toMatch(/explanation|"right"|"place"|"entries"/)
  }
  const watched = questions.find(question => question.id === id)?.live && (round?.phase ?? 'ready') !== 'ready'
  expect(screen?.results !== undefined).toBe(results || watched)
}

/** Students have been told what there is to say about a round: of a survey, with its results. */
function isTold(lesson: Lesson, poll: string, number: number): boolean {
  const round = lesson.polls.get(poll)?.[number - 1]
  return (SURVEYS.includes(poll) ? round?.results : round?.solution) ?? false
}

async function eventsOf(log: Log): Promise<LessonEvent[]> {
  const events: LessonEvent[] = []
  const leave = await log.follow(CODE, 0, commit => events.push(...commit.events))
  leave()
  return events
}

const plain = (lesson: Lesson) => JSON.parse(JSON.stringify(lesson))
