/** A class that is busy, beside which slides change: how long each takes to reach the last student, compared with a plain `ws` server. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Report } from '../../../server/wire/report-view.ts'
import { type Client, connect } from '../../support/amphi.ts'
import {
  type Amphi,
  handshake,
  type Students,
  startAmphi,
  startReference,
  startStudents,
} from '../processes/processes.ts'
import type { Bench } from '../scenarios.ts'
import { median, type Row } from '../table.ts'

export interface BusyClass {
  amphi: Amphi
  presenter: Client
  /** Tells ours and the others of a step of the current slide, in turn, so that other load on the machine hits both alike. */
  change(): Promise<void>
  /** Students of ours, of whom each may send something. */
  ours: Students
  changes: { ours: number; theirs: number }[]
}

/** @param h the slide that the class stays on, which has more than one step */
export async function enterClass({ scale, folder, flags, stop }: Bench, text: string, h: number): Promise<BusyClass> {
  const deck = join(folder, 'deck.md')
  await writeFile(deck, text)
  const amphi = await startAmphi({ deck, data: join(folder, 'data'), flags }, stop)
  const reference = await startReference(stop)
  const [ours, theirs] = [startStudents(stop), startStudents(stop)]
  await ours.do({ do: 'connect', url: amphi.sockets, count: 1, hello: handshake(amphi, 'presenter'), lead: true })
  await theirs.do({ do: 'connect', url: `${reference.url}/lead`, count: 1, lead: true })
  await ours.do({ do: 'connect', url: amphi.sockets, count: scale.morning, hello: handshake(amphi, 'student') })
  await theirs.do({ do: 'connect', url: `${reference.url}/echo`, count: scale.morning })
  const presenter = await connect(amphi.origin, amphi.code, 'presenter', amphi.key)
  await presenter.send({ type: 'move', h, v: 0, f: -1 })
  await presenter.until(({ position }) => position?.h === h)

  const changes: BusyClass['changes'] = []
  async function change() {
    const f = changes.length % 2 === 0 ? 0 : -1
    const marker = `"f":${f},"blank"`
    const message = `421${JSON.stringify(['command', { type: 'move', h, v: 0, f }])}`
    const told = await ours.do({ do: 'lead', message, marker })
    const frames = told.frames.filter(frame => frame.includes(marker) || frame.startsWith('42["slides"'))
    const same = await theirs.do({ do: 'lead', message: JSON.stringify(frames), marker })
    changes.push({ ours: told.ms, theirs: same.ms })
  }
  return { amphi, presenter, change, ours, changes }
}

/** Again and again, until the other thing is done. @returns what that gives */
export async function meanwhile<T>(
  other: Promise<T>,
  every: number,
  stop: AbortSignal,
  act: () => Promise<void>,
): Promise<T> {
  let over = false
  const end = () => {
    over = true
  }
  other.then(end, end)
  while (!over) {
    await act()
    await delay(every, undefined, { signal: stop })
  }
  return other
}

export const slideRows = (changes: BusyClass['changes']): Row[] => [
  {
    what: 'slide change beside it → last student, median',
    unit: 'ms',
    ours: median(changes.map(({ ours }) => ours)),
    reference: median(changes.map(({ theirs }) => theirs)),
    ratio: 0.8,
  },
  {
    what: 'slide change beside it → last student, slowest',
    unit: 'ms',
    ours: Math.max(...changes.map(({ ours }) => ours)),
    reference: Math.max(...changes.map(({ theirs }) => theirs)),
  },
]

/** Most views of a kind in any second, by the server's clock, which every view carries. */
export function mostInASecond({ bytes }: Client, isOfKind: (packet: string) => boolean): number {
  const views = bytes.filter(packet => packet.startsWith('2["view"') && isOfKind(packet))
  const times = views.map(packet => Number(/"now":(\d+)/.exec(packet)?.[1]))
  return Math.max(0, ...times.map(from => times.filter(at => at >= from && at < from + 1_000).length))
}

export async function reportOf({ origin, code, key }: Amphi): Promise<Report> {
  const response = await fetch(`${origin}/api/lessons/${code}/report.json`, {
    headers: { authorization: `Bearer ${key}` },
  })
  if (!response.ok) throw new Error(`the report was answered with ${response.status}`)
  return await response.json()
}
