/** How many views the presenter's page and the wall get while a class answers, and that phones get none of the tally. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Client, connect } from '../../support/amphi.ts'
import { startAmphi } from '../processes/processes.ts'
import type { Bench } from '../scenarios.ts'
import type { Row } from '../table.ts'

const DECK = `<!-- .slide: data-qcm data-id="q" data-live -->
# Which one?

- [ ] red
- [x] green
- [ ] blue
- [ ] none
`

export async function measureViews({ scale, folder, flags, stop }: Bench): Promise<Row[]> {
  const { phones: count, spread } = scale
  const deck = join(folder, 'deck.md')
  await writeFile(deck, DECK)
  const { origin, code, key } = await startAmphi({ deck, data: join(folder, 'data'), flags }, stop)
  const presenter = await connect(origin, code, 'presenter', key)
  const wall = await connect(origin, code, 'screen', key)
  const phones = await Promise.all(Array.from({ length: count }, () => connect(origin, code, 'student')))
  const everybody = [presenter, wall, ...phones]
  try {
    await presenter.send({ type: 'open', poll: 'q' })
    await Promise.all(everybody.map(client => client.until(({ poll }) => poll?.phase === 'open')))
    for (const { bytes } of everybody) bytes.length = 0

    const replies = phones.map(async (phone, index) => {
      await delay((spread * index) / (count - 1), undefined, { signal: stop })
      return phone.send({ type: 'answer', poll: 'q', round: 1, value: [index % 4] })
    })
    const refused = (await Promise.all(replies)).find(reply => !reply.ok)
    if (refused) throw new Error(`an answer was refused: ${JSON.stringify(refused)}`)
    await Promise.all([presenter, wall].map(client => client.until(({ poll }) => poll?.answered === count)))

    if (phones.some(({ bytes }) => /"(?:answered|results|counts)":/.test(bytes.join()))) {
      throw new Error('a phone was told of the tally')
    }
    const row = (what: string, client: Client): Row => ({
      what,
      unit: 'views/s',
      ours: mostInASecond(client),
      most: 10,
    })
    return [row('presenter: most views in any second', presenter), row('wall: most views in any second', wall)]
  } finally {
    for (const client of everybody) client.close()
  }
}

/** By the server's clock, which every view carries. */
function mostInASecond({ bytes }: Client): number {
  const times = bytes.flatMap(packet => (packet.startsWith('2["view"') ? Number(/"now":(\d+)/.exec(packet)?.[1]) : []))
  return Math.max(...times.map(from => times.filter(at => at >= from && at < from + 1_000).length))
}
