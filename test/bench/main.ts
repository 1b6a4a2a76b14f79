/**
 * `npm run bench -- --students 2000`: one lesson under load beside a plain `ws` server in the same run. `--profile DIR`
 * leaves a CPU profile of our server there.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Report } from '../../server/wire/messages.ts'
import { PROTOCOL } from '../../server/wire/protocol.ts'
import { type Amphi, type Reference, startAmphi, startReference, startStudents, type Usage } from './processes.ts'
import { machine, type Row, table } from './table.ts'

/** Slide changes that count, and those before them that only warm both servers up. */
const CHANGES = 15
const WARMUP = 5
const TIME_LIMIT = 180_000
const CHOICES = 4

const { values: flags } = parseArgs({
  options: { students: { type: 'string', default: '2000' }, profile: { type: 'string' } },
})
const count = Number(flags.students)
if (!Number.isSafeInteger(count) || count < 2) {
  process.stderr.write('--students takes a whole number from 2\n')
  process.exit(2)
}

const ended = new AbortController()
const stop = AbortSignal.any([ended.signal, AbortSignal.timeout(TIME_LIMIT)])
const folder = await mkdtemp(join(tmpdir(), 'amphi-bench-'))
try {
  const deck = join(folder, 'deck.md')
  await writeFile(deck, deckText())
  const profile = flags.profile ? ['--cpu-prof', `--cpu-prof-dir=${flags.profile}`] : []
  const amphi = await startAmphi(deck, join(folder, 'data'), profile, stop)
  process.stdout.write(`${count} students; ${machine()}\n\n`)
  const rows = await measure(amphi, await startReference(stop))
  process.stdout.write(`${table(rows)}\n\n`)

  const answered = (await report(amphi)).polls[0]?.rounds[0]?.answered
  process.stdout.write(`The report counts ${answered} answers of ${count} that were acknowledged.\n`)
  if (answered !== count) process.exitCode = 1
} finally {
  ended.abort()
  await rm(folder, { recursive: true, maxRetries: 10 })
}

async function measure(amphi: Amphi, reference: Reference): Promise<Row[]> {
  const ours = startStudents(stop)
  const theirs = startStudents(stop)
  const url = `${amphi.origin.replace('http', 'ws')}/socket.io/?EIO=4&transport=websocket`
  const hello = (role: string, token?: string) =>
    `40${JSON.stringify({ protocol: PROTOCOL, code: amphi.code, role, token })}`

  await ours.do({ do: 'connect', url, count: 1, hello: hello('presenter', amphi.key), lead: true })
  await theirs.do({ do: 'connect', url: `${reference.url}/lead`, count: 1, lead: true })

  const join = async (count: number) => [
    await ours.do({ do: 'connect', url, count, hello: hello('student') }),
    await theirs.do({ do: 'connect', url: `${reference.url}/echo`, count }),
  ]
  // What the second half adds is what a student costs: the first also makes V8's young generation grow to its full size.
  const half = Math.ceil(count / 2)
  const first = await join(half)
  const before = [await amphi.usage(), await reference.usage()] as const
  const second = await join(count - half)
  const connected = [await amphi.usage(), await reference.usage()] as const
  const [joins = 0, connects = 0] = first.map(({ ms }, index) => ms + (second[index]?.ms ?? 0))

  // One change here, the same bytes there, in turn: whatever else the machine does hits both alike.
  const changes: { ours: number; theirs: number }[] = []
  let warm = connected
  for (let h = 1; h <= WARMUP + CHANGES; h++) {
    if (h === WARMUP + 1) warm = [await amphi.usage(), await reference.usage()]
    const marker = `"position":{"h":${h},`
    const change = await ours.do({ do: 'lead', message: command({ type: 'move', h, v: 0, f: -1 }), marker })
    if (!change.frames.join().includes(`Slide ${h}`)) throw new Error(`slide ${h} did not reach the students`)
    const same = await theirs.do({ do: 'lead', message: JSON.stringify(change.frames), marker })
    if (h > WARMUP) changes.push({ ours: change.ms, theirs: same.ms })
  }
  const changed = [await amphi.usage(), await reference.usage()] as const

  const open = await ours.do({
    do: 'lead',
    message: command({ type: 'open', poll: 'bench' }),
    marker: '"phase":"open"',
  })
  await theirs.do({ do: 'lead', message: JSON.stringify(open.frames), marker: '"phase":"open"' })
  const messages = Array.from({ length: CHOICES }, (_, index) =>
    command({ type: 'answer', poll: 'bench', round: 1, value: [index] }),
  )
  const answers = await ours.do({ do: 'burst', messages, reply: '431[' })
  const echoes = await theirs.do({ do: 'burst', messages, reply: '421[' })

  const per = (value: (usage: Usage) => number, from: typeof before, to: typeof before, by: number) => ({
    ours: (value(to[0]) - value(from[0])) / by,
    reference: (value(to[1]) - value(from[1])) / by,
  })
  return [
    {
      what: 'slide change → last student, median',
      unit: 'ms',
      ours: median(changes.map(change => change.ours)),
      reference: median(changes.map(change => change.theirs)),
      ratio: 1.15,
    },
    { what: 'server CPU per slide change', unit: 'ms', ...per(usage => usage.cpu, warm, changed, CHANGES), ratio: 1.3 },
    {
      what: 'answers at one instant → last reply',
      unit: 'ms',
      ours: answers.ms,
      reference: echoes.ms,
      ratio: 3,
      most: 800,
    },
    { what: 'joins → last first view', unit: 'ms', ours: joins, reference: connects, ratio: 3 },
    {
      what: 'memory per student',
      unit: 'KiB',
      ...per(usage => usage.rss / 1_024, before, connected, count - half),
      most: 25,
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

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** Slides of about one screen of text; the question is the last one that is shown. */
function deckText(): string {
  const text = Array.from(
    { length: 8 },
    (_, line) => `- A line of about eighty characters, as a slide of a class has: ${line}`,
  ).join('\n')
  const talk = Array.from({ length: WARMUP + CHANGES }, (_, h) => `## Slide ${h}\n\n${text}`)
  const choices = Array.from({ length: CHOICES }, (_, index) => `- [${index === 1 ? 'x' : ' '}] Choice ${index}`).join(
    '\n',
  )
  const question = `<!-- .slide: data-qcm data-id="bench" -->\n### Slide ${WARMUP + CHANGES}: which one?\n\n${choices}`
  return [...talk, question].join('\n\n---\n\n')
}
