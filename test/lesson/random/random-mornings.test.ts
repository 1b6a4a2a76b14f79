/** Random mornings with talk, quiz, break and workshop, edits, restarts and phones without a network, against a plain model. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { Lesson } from '../../../server/lesson/lesson.ts'
import { you } from '../../../server/lesson/views/own-slice.ts'
import { openSqlite } from '../../../server/log/sqlite.ts'
import { countsRight, tellsNoMore, tellsOwn } from './morning-held.ts'
import { follow, newMorning, readSlides } from './morning-model.ts'
import { DECKS, mornings, STUDENTS, type Step, wordOf } from './morning-steps.ts'
import { eventsOf, openRoom, plain, wait, watchViews } from './real-room.ts'

/** What a command of these may be refused with. */
const REASONS = [
  'invalid',
  'unknown-poll',
  'unknown-segment',
  'unknown-task',
  'unknown-message',
  'not-open',
  'already-closed',
  'too-fast',
  'removed',
]

test('a random morning counts all that was acknowledged once, gives each phone its own and no more, and is what its log says', async () => {
  await fc.assert(fc.asyncProperty(mornings, play), { endOnFailure: true, seed: 20261128, numRuns: 15 })
})

async function play(steps: Step[]) {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-morning-'))
  const clock = { now: 1_000_000 }
  const model = newMorning()
  const views = watchViews(STUDENTS)
  let log = openSqlite(folder)
  let room = views.watch(await openRoom(deckOf(0), log, clock))
  /** Student → what the phone keeps while it has no network. */
  const kept = new Map<string, AnyCommand[]>()

  const check = async () => {
    readSlides(model, room.lesson)
    const moment = { lesson: room.lesson, deck: room.deck, now: clock.now }
    countsRight(moment, model)
    tellsOwn(moment, model)
    tellsNoMore(moment, model)
    expect(views.outdated).toEqual([])
    expect(plain(fold(await eventsOf(log)))).toEqual(plain(room.lesson))
  }
  /** All that arrives together is decided in this order. */
  const submit = async (all: { student?: string; command: AnyCommand }[]) => {
    const before = room.lesson
    const outcomes = await Promise.all(
      all.map(({ student, command }) =>
        room.submit(student === undefined ? { role: 'presenter' } : { role: 'student', id: student }, command),
      ),
    )
    for (const [index, outcome] of outcomes.entries()) {
      const { student = '', command } = all[index] ?? {}
      if (!command) continue
      if (outcome.ok) follow(model, command, student, before, clock.now)
      else expect(REASONS).toContain(outcome.reason)
      if (command.type === 'answer') expect(outcome.ok).toBe(isTaken(command, student, before, clock.now))
    }
  }

  try {
    for (const student of STUDENTS) await room.submit({ role: 'student', id: student }, { type: 'join' })
    await submit([{ command: { type: 'move', h: 0, v: 0, f: -1 } }])
    await check()
    for (const step of steps) {
      if (step.do === 'restart') {
        await room.close()
        await log.close()
        log = openSqlite(folder)
        room = views.watch(await openRoom(deckOf(model.deck), log, clock))
      }
      if (step.do === 'edit') {
        model.deck = step.to
        await room.revise(deckOf(step.to))
      }
      if (step.do === 'wait') {
        await wait(room, clock, step.ms, command => {
          if (command.type === 'hint') follow(model, command as AnyCommand, '', room.lesson, clock.now)
        })
      }
      if (step.do === 'present') await submit([{ command: step.command }])
      if (step.do === 'study') {
        const said = step.all.map(({ student, command }) => ({
          student,
          command: sent(command, student, room.lesson, clock.now),
        }))
        for (const { student, command } of said) kept.get(student)?.push(command)
        const reached = said.filter(({ student }) => !kept.has(student))
        await submit(reached.map(({ student, command }) => ({ student, command: atOnce(command) })))
      }
      if (step.do === 'network' && !step.on && !kept.has(step.student)) kept.set(step.student, [])
      if (step.do === 'network' && step.on) {
        const late = kept.get(step.student) ?? []
        kept.delete(step.student)
        const own = late.map(command => ({ student: step.student, command }))
        await submit(own)
        // The replies were lost, so that the phone sends all of it again; but a message is no longer kept once it may have arrived.
        await submit(own.filter(({ command }) => command.type !== 'ask'))
      }
      await check()
    }
  } finally {
    await room.close()
    await log.close()
    rmSync(folder, { recursive: true })
  }
}

function deckOf(index: number) {
  const { deck } = DECKS[index] ?? {}
  if (!deck) throw new Error(`no deck ${index}`)
  return deck
}

/** As a phone says it at a moment of the lesson: its words are its own, and answers name their round and when they were tapped. */
function sent(command: AnyCommand, student: string, { polls }: Lesson, now: number): AnyCommand {
  const word = (kind: string) => `canary-${kind}-${wordOf(student)}`
  switch (command.type) {
    case 'answer': {
      const round = polls.get(command.poll)?.length ?? 1
      return { ...command, round, tappedAt: now, ...(command.poll === 'typed' && { value: word('typed') }) }
    }
    case 'name':
      return { ...command, name: word('name') }
    case 'ask':
      return { ...command, text: word('text') }
    case 'help':
      return { ...command, ...(command.seat !== undefined && { seat: word('seat') }) }
    default:
      return command
  }
}

/** Without saying when it was tapped, as it is now. */
function atOnce(command: AnyCommand): AnyCommand {
  if (command.type !== 'answer') return command
  const { tappedAt: _, ...rest } = command
  return rest
}

/** By what the student's phone was told: it is open, or their own deadline has not passed; or it was tapped before that, and comes soon after. */
function isTaken(
  { poll, round: number, tappedAt }: Extract<AnyCommand, { type: 'answer' }>,
  student: string,
  lesson: Lesson,
  now: number,
): boolean {
  const rounds = lesson.polls.get(poll) ?? []
  const round = rounds.at(-1)
  if (!round || number !== rounds.length || lesson.students.get(student)?.removed) return false
  if (round.phase === 'ready' || round.results || round.solution) return false
  if (round.phase === 'open') return true
  const own = you(lesson, student, '', DECKS[0]?.deck ?? deckOf(0)).closesAt?.[poll]
  if (own !== undefined && now < own) return true
  const { closedAt = 0, closesAt, extraEndedAt, allotted = 0 } = round
  const factor = lesson.students.get(student)?.factor ?? 1
  const ended = factor > 1 && (round.extra || extraEndedAt !== undefined) ? (extraEndedAt ?? Infinity) : closedAt
  const end = Math.min(closesAt === undefined ? ended : closesAt + (factor - 1) * allotted, ended)
  return tappedAt !== undefined && tappedAt <= Math.round(end) && now <= Math.max(Math.round(end), closedAt) + 2_000
}
