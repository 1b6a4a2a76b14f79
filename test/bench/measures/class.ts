/** A class under load compared with a plain `ws` server: slide changes, simultaneous answers, joins, cost per student. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report } from '../../../server/wire/report-view.ts'
import { type Amphi, handshake, startAmphi, startReference, startStudents } from '../processes/processes.ts'
import type { Bench } from '../scenarios.ts'
import { median, type Row } from '../table.ts'

const CHOICES = 4

export async function measureClass({ scale, folder, flags, stop }: Bench): Promise<Row[]> {
  const { students: count, changes: counted, warmup } = scale
  const deck = join(folder, 'deck.md')
  await writeFile(deck, deckText(warmup + counted))
  const amphi = await startAmphi({ deck, data: join(folder, 'data'), flags }, stop)
  const reference = await startReference(stop)
  const ours = startStudents(stop)
  const theirs = startStudents(stop)

  await ours.do({ do: 'connect', url: amphi.sockets, count: 1, hello: handshake(amphi, 'presenter'), lead: true })
  await theirs.do({ do: 'connect', url: `${reference.url}/lead`, count: 1, lead: true })

  const enter = async (count: number) => [
    await ours.do({ do: 'connect', url: amphi.sockets, count, hello: handshake(amphi, 'student') }),
    await theirs.do({ do: 'connect', url: `${reference.url}/echo`, count }),
  ]
  const memory = async () => [await amphi.memory(), await reference.memory()] as const
  const usage = async () => [await amphi.usage(), await reference.usage()] as const
  // Only the second half measures the cost per student; the first also grows the process to its working size.
  const half = Math.ceil(count / 2)
  const first = await enter(half)
  const empty = await memory()
  const joining = await usage()
  const second = await enter(count - half)
  const joined = await usage()
  const full = await memory()
  const [joins = 0, connects = 0] = first.map(({ ms }, index) => ms + (second[index]?.ms ?? 0))

  // The two servers take turns with the same bytes, so that other load on the machine affects both equally.
  const changes: { ours: number; theirs: number }[] = []
  let warm = await usage()
  for (let h = 1; h <= warmup + counted; h++) {
    if (h === warmup + 1) warm = await usage()
    const marker = `"position":{"h":${h},`
    const change = await ours.do({ do: 'lead', message: command({ type: 'move', h, v: 0, f: -1 }), marker })
    if (!change.frames.join().includes(`Slide ${h}`)) throw new Error(`slide ${h} did not reach the students`)
    const same = await theirs.do({ do: 'lead', message: JSON.stringify(change.frames), marker })
    if (h > warmup) changes.push({ ours: change.ms, theirs: same.ms })
  }
  const changed = await usage()

  const open = await ours.do({
    do: 'lead',
    message: command({ type: 'open', poll: 'bench' }),
    marker: '"phase":"open"',
  })
  await theirs.do({ do: 'lead', message: JSON.stringify(open.frames), marker: '"phase":"open"' })
  const messages = Array.from({ length: CHOICES }, (_, index) =>
    command({ type: 'answer', poll: 'bench', round: 1, value: [index] }),
  )
  const answering = await usage()
  const answers = await ours.do({ do: 'burst', messages, reply: '431[' })
  const echoes = await theirs.do({ do: 'burst', messages, reply: '421[' })
  const replied = await usage()
  const answered = (await report(amphi)).polls[0]?.rounds[0]?.answered
  if (answered !== count) throw new Error(`${count} answers were acknowledged, and the report counts ${answered}`)

  /** What the second of two readings says more than the first, of both servers, in equal parts. */
  const per = <T>(
    [ourFirst, theirFirst]: readonly [T, T],
    [ourNext, theirNext]: readonly [T, T],
    value: (reading: T) => number,
    parts: number,
  ) => ({
    ours: (value(ourNext) - value(ourFirst)) / parts,
    reference: (value(theirNext) - value(theirFirst)) / parts,
  })
  return [
    {
      what: 'slide change → last student, median',
      unit: 'ms',
      ours: median(changes.map(change => change.ours)),
      reference: median(changes.map(change => change.theirs)),
      ratio: 0.8,
    },
    { what: 'server CPU per slide change', unit: 'ms', ...per(warm, changed, ({ cpu }) => cpu, counted), ratio: 1.2 },
    {
      what: 'answers at one instant → last reply',
      unit: 'ms',
      ours: answers.ms,
      reference: echoes.ms,
      ratio: 2,
      most: 400,
    },
    { what: 'server CPU per answer', unit: 'ms', ...per(answering, replied, ({ cpu }) => cpu, count) },
    { what: 'joins → last first view', unit: 'ms', ours: joins, reference: connects, ratio: 2.2 },
    { what: 'server CPU per join', unit: 'ms', ...per(joining, joined, ({ cpu }) => cpu, count - half) },
    {
      what: 'memory per student, heap and buffers',
      unit: 'KiB',
      ...per(empty, full, ({ held }) => held / 1_024, count - half),
      most: 15,
    },
    {
      what: 'memory per student, resident',
      unit: 'KiB',
      ...per(empty, full, ({ resident }) => resident / 1_024, count - half),
      most: 15,
    },
  ]
}

/** A message with the number 1, which the reply repeats. */
function command(fields: object): string {
  return `421${JSON.stringify(['command', fields])}`
}

async function report({ origin, code, key }: Amphi): Promise<Report> {
  const response = await fetch(`${origin}/api/lessons/${code}/report.json`, {
    headers: { authorization: `Bearer ${key}` },
  })
  if (!response.ok) throw new Error(`the report was answered with ${response.status}`)
  return await response.json()
}

/** So many slides of about one screen of text, and the question, which is the last one that is shown. */
function deckText(slides: number): string {
  const text = Array.from(
    { length: 8 },
    (_, line) => `- A line of about eighty characters, as a slide of a class has: ${line}`,
  ).join('\n')
  const talk = Array.from({ length: slides }, (_, h) => `## Slide ${h}\n\n${text}`)
  const choices = Array.from({ length: CHOICES }, (_, index) => `- [${index === 1 ? 'x' : ' '}] Choice ${index}`).join(
    '\n',
  )
  const question = `<!-- .slide: data-qcm data-id="bench" -->\n### Slide ${slides}: which one?\n\n${choices}`
  return [...talk, question].join('\n\n---\n\n')
}
