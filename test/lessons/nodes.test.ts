/** Two nodes that write one lesson in any order, with deliveries that come when they like and disks that fill up. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { AnyCommand } from '../../server/lesson/decision-types.ts'
import { readLesson, startLesson } from '../../server/lessons/lesson-of-deck.ts'
import { Room } from '../../server/lessons/room.ts'
import { type Log, NotSaved } from '../../server/log/log.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import type { Value } from '../../server/wire/poll-view.ts'
import { turns, withDeliveries } from '../log/deliveries.ts'
import { deckOf, questionOf, slideOf } from '../support/deck.ts'

const CODE = '482913'
const AT = 1_000
const deck = deckOf(
  [slideOf('a', ['a'])],
  [slideOf('q', ['q'], { question: questionOf('q', [true, false]) })],
  [slideOf('b', ['b'])],
)
const presenter = { role: 'presenter' } as const
/** One on each node. */
const STUDENTS = ['ANNA', 'BEN']

type Step = { on: 0 | 1 } & (
  | { do: 'submit'; role: 'presenter' | 'student'; command: AnyCommand }
  /** The next delivery arrives. */
  | { do: 'deliver' }
  | { do: 'fill' | 'clear' }
)

const on = fc.constantFrom(0 as const, 1 as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      on,
      do: fc.constant('submit' as const),
      role: fc.constant('presenter' as const),
      command: fc.oneof(
        fc.nat(2).map((h): AnyCommand => ({ type: 'move', h, v: 0, f: -1 })),
        fc.boolean().map((on): AnyCommand => ({ type: 'blank', on })),
        fc.constantFrom<AnyCommand>(
          { type: 'open', poll: 'q' },
          { type: 'close', poll: 'q' },
          { type: 'again', poll: 'q' },
        ),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      on,
      do: fc.constant('submit' as const),
      role: fc.constant('student' as const),
      command: fc
        .record({ round: fc.integer({ min: 1, max: 2 }), choice: fc.nat(1) })
        .map(({ round, choice }): AnyCommand => ({ type: 'answer', poll: 'q', round, value: [choice] })),
    }),
  },
  { weight: 4, arbitrary: fc.record({ on, do: fc.constant('deliver' as const) }) },
  { weight: 1, arbitrary: fc.record({ on, do: fc.constantFrom('fill' as const, 'clear' as const) }) },
)

test('two nodes end up as the log says, with every acknowledged answer, in whatever order things happen', async () => {
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40, size: 'max' }), play), {
    seed: 20261127,
    numRuns: 40,
  })
})

async function play(steps: Step[]) {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-nodes-'))
  const log = openSqlite(folder)
  await startLesson(log, { code: CODE, deck: '/deck.md' }, deck, AT)
  const nodes = [await node(log), await node(log)]
  const acknowledged = new Map<string, Value>()
  try {
    // Some are on their way while the next step is taken.
    const sent: Promise<void>[] = []
    for (const step of steps) {
      const here = nodes[step.on]
      if (!here) throw new Error('no such node')
      if (step.do === 'submit') sent.push(submit(here.room, step))
      if (step.do === 'deliver') here.held.shift()?.()
      if (step.do === 'fill' || step.do === 'clear') here.full = step.do === 'fill'
      await turns(step.on)
    }
    await Promise.all(sent)
    for (const [index, here] of nodes.entries()) {
      here.full = false
      // Whatever else it says, somebody new has to be written.
      await here.room.submit({ role: 'student', id: `NEW ${index}` }, { type: 'join' })
      expect(here.room.saving).toBe(true)
    }
    for (const { held } of nodes) for (const pass of held) pass()
    const logged = plain(await readLesson(log, CODE))
    for (const { room } of nodes) expect(plain(room.lesson)).toEqual(logged)
    const given = nodes[0]?.room.lesson.polls.get('q')
    for (const [who, value] of acknowledged) {
      const [id = '', round] = who.split(' ')
      expect(given?.[Number(round) - 1]?.answers.get(id)?.value).toEqual(value)
    }
  } finally {
    for (const { room } of nodes) await room.close()
    await log.close()
    rmSync(folder, { recursive: true })
  }

  async function submit(room: Room, { on, role, command }: Extract<Step, { do: 'submit' }>) {
    const id = STUDENTS[on] ?? ''
    const { ok } = await room.submit(role === 'student' ? { role, id } : presenter, command)
    if (ok && command.type === 'answer') acknowledged.set(`${id} ${command.round}`, command.value)
  }
}

/** A node whose deliveries are held, and whose disk can be full. */
async function node(log: Log) {
  const held: (() => void)[] = []
  const own = { held, full: false }
  const room = await Room.open({
    code: CODE,
    deck,
    log: withDeliveries(log, {
      deliver: pass => void held.push(pass),
      async append(write) {
        if (own.full) throw new NotSaved('the disk is full')
        return await write()
      },
    }),
    now: () => AT,
    onError: error => {
      if (!(error instanceof NotSaved)) throw error
    },
  })
  return Object.assign(own, { room })
}

const plain = (lesson: unknown) => JSON.parse(JSON.stringify(lesson))
