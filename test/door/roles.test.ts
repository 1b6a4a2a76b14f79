/** Every command of the schema against every kind of connection. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Command, command } from '../../server/wire/commands.ts'
import type { View } from '../../server/wire/messages.ts'
import { type Served, serve } from '../support/amphi.ts'
import { DECK } from './deck.ts'
import { auth, openWire, type Wire } from './wire.ts'

/** A valid command of each type, and the role that may send it. */
const matrix: Record<Command['type'], [Command, 'presenter' | 'student']> = {
  move: [{ type: 'move', h: 1, v: 0, f: -1 }, 'presenter'],
  blank: [{ type: 'blank', on: true }, 'presenter'],
  open: [{ type: 'open', poll: 'one', seconds: 60 }, 'presenter'],
  close: [{ type: 'close', poll: 'one' }, 'presenter'],
  results: [{ type: 'results', poll: 'one', shown: true }, 'presenter'],
  solution: [{ type: 'solution', poll: 'one', shown: true }, 'presenter'],
  again: [{ type: 'again', poll: 'one' }, 'presenter'],
  reset: [{ type: 'reset', poll: 'one' }, 'presenter'],
  hideText: [{ type: 'hideText', poll: 'one', text: 'x', hidden: true }, 'presenter'],
  mergeText: [{ type: 'mergeText', poll: 'one', text: 'x', into: 'y' }, 'presenter'],
  hideName: [{ type: 'hideName', student: 'X', hidden: true }, 'presenter'],
  reopen: [{ type: 'reopen', poll: 'one' }, 'presenter'],
  answer: [{ type: 'answer', poll: 'one', round: 1, value: [0] }, 'student'],
  name: [{ type: 'name', name: 'Ada' }, 'student'],
  extend: [{ type: 'extend', poll: 'one', seconds: 10 }, 'presenter'],
  pause: [{ type: 'pause', poll: 'one', on: true }, 'presenter'],
  ranking: [{ type: 'ranking', shown: true }, 'presenter'],
  joinCode: [{ type: 'joinCode', shown: true }, 'presenter'],
  rename: [{ type: 'rename', student: 'X', name: 'Ada' }, 'presenter'],
  lock: [{ type: 'lock', on: true }, 'presenter'],
  readmit: [{ type: 'readmit', student: 'nobody' }, 'presenter'],
  sweep: [{ type: 'sweep', since: 1, until: 0, gone: false }, 'presenter'],
  remove: [{ type: 'remove', student: 'X' }, 'presenter'],
  pace: [{ type: 'pace', segment: 'one', to: 'class' }, 'presenter'],
  timer: [{ type: 'timer', seconds: 60 }, 'presenter'],
  extendTimer: [{ type: 'extendTimer', seconds: 60 }, 'presenter'],
  stopTimer: [{ type: 'stopTimer' }, 'presenter'],
  startQuiz: [{ type: 'startQuiz', segment: 'one' }, 'presenter'],
  stopQuiz: [{ type: 'stopQuiz', segment: 'one' }, 'presenter'],
  extendQuiz: [{ type: 'extendQuiz', segment: 'one', seconds: 60 }, 'presenter'],
  pauseQuiz: [{ type: 'pauseQuiz', segment: 'one', on: true }, 'presenter'],
  releaseQuiz: [{ type: 'releaseQuiz', segment: 'one', results: true, solutions: false }, 'presenter'],
  finish: [{ type: 'finish', segment: 'one', on: true }, 'student'],
  extraTime: [{ type: 'extraTime', student: 'X', factor: 1.5 }, 'presenter'],
  mark: [{ type: 'mark', task: 'one', state: 'done' }, 'student'],
  help: [{ type: 'help', on: true }, 'student'],
  coming: [{ type: 'coming', student: 'X' }, 'presenter'],
  helped: [{ type: 'helped', student: 'X' }, 'presenter'],
  hint: [{ type: 'hint', task: 'one', to: 'all' }, 'presenter'],
  ask: [{ type: 'ask', text: 'why', signed: false }, 'student'],
  upvote: [{ type: 'upvote', message: 'one', on: true }, 'student'],
  moderate: [{ type: 'moderate', message: 'one', state: 'open' }, 'presenter'],
  pulse: [{ type: 'pulse', feeling: 'clear' }, 'student'],
  end: [{ type: 'end' }, 'presenter'],
}
const types = command.options.map(option => option.shape.type.value)

let amphi: Served
const wires: Wire[] = []
beforeAll(async () => {
  amphi = await serve(DECK)
})
afterAll(async () => {
  for (const wire of wires) wire.close()
  await amphi.end()
})

async function enter(role: string, token?: string, headers = {}): Promise<Wire> {
  const wire = await openWire(amphi.origin, { headers })
  wires.push(wire)
  expect(await wire.enter(auth(amphi.facts.code, role, token))).toBe('in')
  return wire
}

/** The lesson's version, from a fresh connection. */
async function seq(): Promise<number> {
  const wire = await enter('presenter', amphi.facts.key)
  const frame = await wire.heard(/^42\["view",.*"position"/)
  const view: View = JSON.parse(frame.slice(2))[1]
  return view.seq
}

test('the matrix covers every command of the schema', () => {
  expect(types.toSorted()).toEqual(Object.keys(matrix).toSorted())
})

test.each(types)('%s is forbidden to other roles and changes nothing', async type => {
  const { code, key, screen } = amphi.facts
  const [valid, who] = matrix[type]
  const others =
    who === 'presenter'
      ? [
          await enter('student'),
          await enter('student', undefined, { Cookie: `amphi_${code}=${key}` }),
          await enter('screen', new URL(screen).hash.slice('#key='.length)),
        ]
      : [
          await enter('presenter', key),
          await enter('screen', key),
          await enter('screen', new URL(screen).hash.slice('#key='.length)),
        ]
  const before = await seq()
  for (const other of others) {
    expect(await other.ask(JSON.stringify(['command', valid]))).toMatchObject({ ok: false, reason: 'forbidden' })
    for (const claim of ['role', 'actor', 'authority', 'student', 'token']) {
      const claimed = { ...valid, [claim]: key }
      if (claim in valid) continue
      expect(await other.ask(JSON.stringify(['command', claimed]))).toMatchObject({ ok: false, reason: 'invalid' })
    }
  }
  expect(await seq()).toBe(before)
})

test('allowed roles are not forbidden, whichever view the presenter’s key opens', async () => {
  const presenters = [await enter('presenter', amphi.facts.key), await enter('screen', amphi.facts.key)]
  const student = await enter('student')
  for (const type of types) {
    const [valid, who] = matrix[type]
    for (const able of who === 'student' ? [student] : presenters) {
      const reply = await able.ask(JSON.stringify(['command', valid]))
      expect(reply).not.toMatchObject({ reason: 'forbidden' })
      expect(reply).not.toMatchObject({ reason: 'internal' })
    }
  }
})
