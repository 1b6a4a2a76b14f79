/** A whole morning, step by step: no byte that a phone or the wall got, or could ask for, is somebody else's or comes too early. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'
import { canariesIn, everything, pathsOf } from '../support/canary.ts'
import {
  DECK,
  EXTRA_TIME,
  FILES,
  MESSAGES,
  NOT_ON_WALL,
  type Speaker,
  type Step,
  TALK_AND_QUIZ,
  WORKSHOP,
} from './morning-walk.ts'

type Page = 'ada' | 'ben' | 'wall'

let amphi: Served
let clients: Record<Speaker | 'wall', Client>
/** Of a page, what it may have seen. */
const known: Record<Page, Set<string>> = { ada: new Set(), ben: new Set(), wall: new Set() }
/** Of Ada's own, on no other page. */
const adas = new Set<string>()
let blank = false

/** Fields that tell of one student, and those that are for the presenter. */
const ANOTHERS = /"(factor|seat|help|coming|trying)":|"finished":\[/
const PRESENTERS = /"(writing|student|pushed|hint|stuck|health|timeline|asked)":/
/** Counts that the wall has and a phone has not. */
const WALLS = /"waiting":\d|"finished":\d|"answered":\[|"done":\d/

beforeAll(async () => {
  amphi = await serve(DECK, FILES)
  const { origin, facts } = amphi
  const student = () => connect(origin, facts.code, 'student')
  const [desk, wall] = await Promise.all([
    connect(origin, facts.code, 'presenter', facts.key),
    connect(origin, facts.code, 'screen', facts.key),
  ])
  clients = { desk, wall, ada: await student(), ben: await student(), cleo: await student() }
  for (const word of canariesIn(DECK)) if (!NOT_ON_WALL.has(word)) known.wall.add(word)
})
afterAll(async () => {
  for (const client of Object.values(clients ?? {})) client.close()
  await amphi?.end()
})

test('no page has a byte of somebody else’s, or too early: questions, answers, factors, marks, calls, hints, messages, names', async () => {
  await walk(TALK_AND_QUIZ)
  const isOver = ({ quiz }: Client['view']) => quiz?.phase === 'closed'
  await Promise.all([clients.ada, clients.ben, clients.wall].map(page => page.until(isOver)))
  await walk(EXTRA_TIME)
  await walk(WORKSHOP)
  await walk(MESSAGES)
})

async function walk(steps: Step[]) {
  for (const [index, step] of steps.entries()) {
    for (const page of ['ada', 'ben', 'wall'] as const) learn(page, step.all)
    for (const page of ['ada', 'ben'] as const) learn(page, step[page])
    const heard = clients.ben.bytes.length
    const command = await act(step)
    const after = `after ${index + 1}, ${JSON.stringify(command)}`
    if (step.unheard) expect(eventsOf(clients.ben.bytes.slice(heard)), after).toEqual([['view', 'position']])
    await look(after)
  }
}

const learn = (page: Page, words: string[] = []) => {
  for (const word of words) known[page].add(`canary-${word}`)
}

/** All that it leads to has arrived on the connections that there are, but for what is sent once a second. */
async function act({ by, command, reason }: Step) {
  const { ada, ben, wall, desk } = clients
  const ids = { ada: ada.view.you?.id ?? '', ben: ben.view.you?.id ?? '' }
  const sent = command(ids)
  expect(await clients[by].send(sent), JSON.stringify(sent)).toMatchObject(
    reason === undefined ? { ok: true } : { reason },
  )
  blank = !blank
  expect(await desk.send({ type: 'blank', on: blank })).toMatchObject({ ok: true })
  const isThere = ({ position }: Client['view']) => position?.blank === blank
  await Promise.all([ada, ben, wall].map(client => client.until(isThere)))
  return sent
}

/** What each page has received so far, what it gets when it comes back, and what it may fetch. */
async function look(after: string) {
  const { origin, facts } = amphi
  const { ada, ben, wall } = clients
  const paths = pathsOf(facts.code, Object.keys(FILES))
  const anybodys = await everything(origin, paths)
  const walls = await everything(origin, [`/api/lessons/${facts.code}/deck?as=screen`], facts.key)
  const received = {
    ada: await withGreeting('student', ada, anybodys),
    ben: await withGreeting('student', ben, anybodys),
    wall: await withGreeting('screen', wall, anybodys, walls),
  }
  const { id = '', token = '', closesAt = {} } = ada.view.you ?? {}
  for (const secret of [id, token, ...Object.values(closesAt).map(String)]) if (secret) adas.add(secret)

  for (const page of ['ada', 'ben'] as const) {
    const found = canariesIn(received[page])
    expect(
      [...found].filter(word => !known[page].has(word)),
      `${page} ${after}`,
    ).toEqual([])
    expect(
      [...known[page]].filter(word => !found.has(word)),
      `${page} ${after}`,
    ).toEqual([])
  }
  expect(
    [...canariesIn(received.wall)].filter(word => !known.wall.has(word)),
    `wall ${after}`,
  ).toEqual([])
  for (const page of ['ben', 'wall'] as const) {
    expect(
      [...adas].filter(secret => received[page].includes(secret)),
      `${page} ${after}`,
    ).toEqual([])
    expect(received[page].match(ANOTHERS)?.[0], `${page} ${after}`).toBeUndefined()
  }
  for (const page of ['ada', 'ben', 'wall'] as const) {
    expect(received[page].match(PRESENTERS)?.[0], `${page} ${after}`).toBeUndefined()
    if (page !== 'wall') expect(received[page].match(WALLS)?.[0], `${page} ${after}`).toBeUndefined()
  }
}

async function withGreeting(role: 'student' | 'screen', { bytes, view }: Client, ...more: string[]): Promise<string> {
  const { origin, facts } = amphi
  const again = await connect(origin, facts.code, role, role === 'screen' ? facts.key : view.you?.token)
  again.close()
  return [...bytes, ...again.bytes, ...more].join('\n')
}

/** Event → its slices, but for those that every view has. */
function eventsOf(bytes: string[]): string[][] {
  return bytes.flatMap(packet => {
    if (!packet.startsWith('2[')) return []
    const [event, view] = JSON.parse(packet.slice(1))
    return [[event, ...Object.keys(view).filter(name => name !== 'seq' && name !== 'now')]]
  })
}
