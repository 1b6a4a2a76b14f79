/** Several presenters of one lesson, and a presenter whose server is briefly gone. */
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command, View } from '../../server/wire/messages.ts'
import { type Client, connect, serve, startAmphi } from '../support/amphi.ts'

const DECK = `# Cover

---

<!-- .slide: data-segment="talk" data-duration="15m" -->
# One

step <!-- .element: class="fragment" -->

---

<!-- .slide: data-qcm data-id="q" -->
# Which?

- [ ] a
- [x] b

---

<!-- .slide: data-segment="break" -->
# Last
`
const poll = 'q'
const QUESTION = { type: 'move', h: 2, v: 0, f: -1 } as const
const LAST = { type: 'move', h: 3, v: 0, f: -1 } as const

/** What two people may press at the same moment, except going to the last slide or ending the lesson. */
const press: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'move', h: 0, v: 0, f: -1 },
    { type: 'move', h: 1, v: 0, f: -1 },
    { type: 'move', h: 1, v: 0, f: 0 },
    QUESTION,
    { type: 'open', poll },
    { type: 'close', poll },
    { type: 'again', poll },
    { type: 'reset', poll },
  ),
  fc.constantFrom('blank' as const, 'lock').chain(type => fc.boolean().map((on): Command => ({ type, on }))),
  fc.boolean().map((shown): Command => ({ type: 'joinCode', shown })),
  fc
    .constantFrom('results' as const, 'solution')
    .chain(type => fc.boolean().map((shown): Command => ({ type, poll, shown }))),
)

/** Only what both presenters must agree on. */
const shared = ({ seq: _, now: __, health: ___, ...slices }: Partial<View>) => slices

test.each([1, 2, 3])('two presenters who press keys at the same time see the same lesson (seed %i)', async seed => {
  const presses = fc.array(press, { minLength: 40, maxLength: 60, size: 'max' })
  const [mine = [], yours = []] = fc.sample(presses, { seed, numRuns: 2 })
  const amphi = await serve(DECK)
  const enter = () => connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  const [first, second] = await Promise.all([enter(), enter()])
  const clients: Client[] = [first, second]
  try {
    const replies = await Promise.all([
      ...mine.map(command => first.send(command)),
      ...yours.map(command => second.send(command)),
    ])
    const reasons = replies.flatMap(reply => (reply.ok ? [] : reply.reason))
    expect(reasons.filter(reason => reason !== 'not-open' && reason !== 'already-closed')).toEqual([])
    expect(await second.send(LAST)).toMatchObject({ ok: true })
    for (const back of [LAST, QUESTION]) {
      expect(await first.send(back)).toMatchObject({ ok: true })
      for (const client of clients) await client.until(({ position }) => position?.h === back.h)
      clients.push(await enter())
      for (const client of clients) expect(shared(client.view)).toEqual(shared(clients.at(-1)?.view ?? {}))
    }
  } finally {
    for (const client of clients) client.close()
    await amphi.end()
  }
})

test('after a restart, segment start and slide are as before, and nobody seems lost', async () => {
  const amphi = await serve(DECK)
  const { code, key } = amphi.facts
  const clients = await Promise.all([
    connect(amphi.origin, code, 'presenter', key),
    connect(amphi.origin, code, 'student'),
  ])
  const [presenter] = clients
  const report = async () => {
    const response = await fetch(`${amphi.origin}/api/lessons/${code}/report.json`, {
      headers: { Authorization: `Bearer ${key}` },
    })
    return response.json()
  }
  let again: Awaited<ReturnType<typeof startAmphi>> | undefined
  try {
    await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
    await presenter.send({ type: 'move', h: 2, v: 0, f: -1 })
    await presenter.until(({ position }) => position?.h === 2)
    const { segment } = presenter.view
    expect(segment).toMatchObject({ kind: 'talk', seconds: 900 })
    const before = await report()
    expect(before.timeline.map(({ h }: { h: number }) => h)).toEqual([0, 1, 2])
    expect(before.timeline[1].at).toBe(segment?.enteredAt)

    await amphi.kill()
    await presenter.until(({ seq }) => seq === undefined)
    const port = Number(new URL(amphi.origin).port)
    again = await startAmphi({ deck: join(amphi.folder, 'deck', 'deck.md'), data: join(amphi.folder, 'data'), port })
    await presenter.until(({ health, audience }) => health?.reconnecting === 0 && audience?.connected === 1)
    expect(presenter.view).toMatchObject({ segment, health: { gone: 0, dropping: false } })
    expect(await report()).toEqual(before)
  } finally {
    for (const client of clients) client.close()
    await again?.kill()
    await amphi.end()
  }
})
