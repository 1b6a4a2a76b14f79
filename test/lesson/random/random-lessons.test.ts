/** Random lessons with every kind of question, against a small model of what a class may count on. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { Lesson } from '../../../server/lesson/lesson.ts'
import type { Room } from '../../../server/lessons/room.ts'
import { openSqlite } from '../../../server/log/sqlite.ts'
import { countsEveryAnswerOnce, hidesWhatIsHidden, tellsNothingEarly } from './held.ts'
import { isTaken, kept, type Model, moderate, type Texts } from './model.ts'
import { eventsOf, openRoom, plain, wait, watchViews } from './real-room.ts'
import { deck, onward, questions, STUDENTS, type Step, type Submission, steps, timely } from './steps.ts'

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
  const views = watchViews(STUDENTS)
  let room = views.watch(await openRoom(deck, log, clock))
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
        room = views.watch(await openRoom(deck, log, clock))
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
