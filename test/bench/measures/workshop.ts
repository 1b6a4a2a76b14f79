/** A long workshop: a mark every two seconds at least, slides beside it, and how much the server grows meanwhile. */
import type { Command } from '../../../server/wire/messages.ts'
import { connect } from '../../support/amphi.ts'
import type { Amphi } from '../processes/processes.ts'
import type { Bench } from '../scenarios.ts'
import type { Row } from '../table.ts'
import { enterClass, meanwhile, mostInASecond, slideRows } from './busy-class.ts'

const TASKS = 10
/** Ms between two marks, two changes of slide, and two readings of the memory, in ten minutes. */
const MARK_EVERY = 2_000
const CHANGE_EVERY = 4_000
const READ_EVERY = 60_000

const DECK = `<!-- .slide: data-segment="talk" -->
# Talk

---

<!-- .slide: data-segment="workshop" data-duration="2h" -->
# Workshop

one <!-- .element: class="fragment" -->

${Array.from({ length: TASKS }, (_, index) => `- [ ] Task ${index} <!-- .element: data-id="t${index}" -->\n  > A hint`).join('\n')}
`

export async function measureWorkshop(bench: Bench): Promise<Row[]> {
  const { morning, lasting } = bench.scale
  const { amphi, presenter, change, ours, changes } = await enterClass(bench, DECK, 1)
  try {
    const shorter = lasting / 600_000
    const marks = Math.max(morning, Math.round(lasting / MARK_EVERY))
    const messages = Array.from({ length: TASKS }, (_, index) =>
      mark({ type: 'mark', task: `t${index}`, state: 'done' }),
    )
    await change()
    await change()
    changes.length = 0
    presenter.bytes.length = 0

    const held: { at: number; bytes: number }[] = []
    let readAt = Number.NEGATIVE_INFINITY
    const begin = performance.now()
    const marking = ours.do({ do: 'spread', messages, count: marks, over: lasting, reply: '437[' })
    await meanwhile(marking, CHANGE_EVERY * shorter, bench.stop, async () => {
      await change()
      const at = performance.now() - begin
      if (at - readAt < READ_EVERY * shorter) return
      readAt = at
      held.push({ at, bytes: (await amphi.memory()).held })
    })
    const board = await boardOf(amphi)
    return [
      ...slideRows(changes),
      {
        what: 'marks acknowledged and on no board',
        unit: 'lost',
        ours: marks - sum(board),
        most: 0,
      },
      {
        what: 'presenter: most boards in any second',
        unit: 'views/s',
        ours: mostInASecond(presenter, packet => packet.includes('"workshop":')),
        most: 4,
      },
      {
        what: 'server grows, heap and buffers',
        unit: 'KiB/min',
        ours: (slope(held.slice(1)) * 60_000) / 1_024,
        most: 100,
      },
    ]
  } finally {
    presenter.close()
  }
}

/** How many have done each task, as who comes in is told. */
async function boardOf({ origin, code, key }: Amphi): Promise<number[]> {
  const late = await connect(origin, code, 'presenter', key)
  const done = (late.view.workshop?.tasks ?? []).map(({ done }) => done)
  late.close()
  return done
}

/** With a number of its own, which the reply repeats. */
const mark = (fields: Command) => `427${JSON.stringify(['command', fields])}`

const sum = (values: number[] = []) => values.reduce((total, value) => total + value, 0)

/** Bytes a millisecond, by least squares; 0 of fewer than two readings. */
function slope(readings: { at: number; bytes: number }[]): number {
  const mean = (value: (reading: { at: number; bytes: number }) => number) => sum(readings.map(value)) / readings.length
  const [at, bytes] = [mean(reading => reading.at), mean(reading => reading.bytes)]
  const spread = sum(readings.map(reading => (reading.at - at) ** 2))
  return spread > 0 ? sum(readings.map(reading => (reading.at - at) * (reading.bytes - bytes))) / spread : 0
}
