/** A server is killed while a class answers. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Report } from '../../server/wire/report-view.ts'
import { type Client, connect, startAmphi } from '../support/amphi.ts'

const CLASS = 20
const DECK = `<!-- .slide: data-qcm data-id="q" -->
# Which one?

- [ ] red
- [x] green
- [ ] blue
- [ ] none
`

test.each([1, 2, 3])(
  'a kill loses no acknowledged answer, and the class reconnects by itself (seed %i)',
  async seed => {
    const [plan] = fc.sample(
      fc.record({
        values: fc.array(fc.nat(3), { minLength: CLASS, maxLength: CLASS }),
        order: fc.shuffledSubarray([...Array(CLASS).keys()], { minLength: CLASS }),
        killAfter: fc.integer({ min: 1, max: CLASS - 1 }),
      }),
      { seed, numRuns: 1 },
    )
    if (!plan) throw new Error('no plan')
    const folder = mkdtempSync(join(tmpdir(), 'amphi-survival-'))
    const deck = join(folder, 'deck.md')
    const data = join(folder, 'data')
    writeFileSync(deck, DECK)
    let amphi = await startAmphi({ deck, data })
    const { origin, facts } = amphi
    const clients: Client[] = []
    const enter = async (role: 'student' | 'presenter', token?: string) => {
      const client = await connect(origin, facts.code, role, token)
      clients.push(client)
      return client
    }

    try {
      const presenter = await enter('presenter', facts.key)
      const students = await Promise.all(plan.values.map(() => enter('student')))
      const ids = students.map(({ view }) => view.you?.id)
      expect(new Set(ids).size).toBe(CLASS)
      expect((await presenter.send({ type: 'open', poll: 'q' })).ok).toBe(true)
      await Promise.all(students.map(student => student.until(({ poll }) => poll?.phase === 'open')))

      const acknowledged = new Map<string, number[]>()
      let killed: Promise<void> | undefined
      for (const index of plan.order) {
        const value = [plan.values[index] ?? 0]
        const id = ids[index] ?? ''
        const sent = students[index]?.send({ type: 'answer', poll: 'q', round: 1, value })
        const heard = sent?.then(
          reply => {
            if (reply.ok) acknowledged.set(id, value)
            if (acknowledged.size >= plan.killAfter) killed ??= amphi.kill()
          },
          () => {},
        )
        // Every other answer overlaps the next, so that some are in flight at the kill.
        if (index % 2 === 0 && !killed) await heard
      }
      await expect.poll(() => killed !== undefined).toBe(true)
      await killed

      amphi = await startAmphi({ deck, data, port: Number(new URL(origin).port) })
      expect(amphi.facts).toMatchObject({ code: facts.code, key: facts.key, join: facts.join })
      await Promise.all(clients.map(client => client.until(({ poll }) => poll?.phase === 'open')))
      expect(students.map(({ view }) => view.you?.id)).toEqual(ids)

      const response = await fetch(`${origin}/api/lessons/${facts.code}/report.json`, {
        headers: { Authorization: `Bearer ${facts.key}` },
      })
      const report: Report = await response.json()
      const reported = new Map(
        report.students.flatMap(({ id, answers }) => answers.map(({ value }) => [id, value] as const)),
      )
      expect(acknowledged.size).toBeGreaterThanOrEqual(plan.killAfter)
      for (const [id, value] of acknowledged) expect(reported.get(id)).toEqual(value)
      expect(report.polls[0]?.rounds[0]?.answered).toBe(reported.size)
      for (const { view } of students) {
        const id = view.you?.id ?? ''
        expect(view.you?.answers.q?.value).toEqual(reported.get(id))
      }
    } finally {
      for (const client of clients) client.close()
      await amphi.kill()
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
