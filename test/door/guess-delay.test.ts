/** Guessing codes: only the guesser is slowed down, however many guesses are sent in parallel. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ask } from '../http/ask.ts'
import { type Amphi, connect, startAmphi } from '../support/amphi.ts'

const folder = mkdtempSync(join(tmpdir(), 'amphi-'))
const DECK = '---\ntitle: Secret subject\nlang: fr\n---\n# One\n'

async function start(): Promise<Amphi> {
  const deck = join(folder, 'deck.md')
  writeFileSync(deck, DECK)
  return startAmphi({ deck, data: folder })
}

/** Code of a lesson that is over, on a server that presents another of the same deck. */
async function startLater(): Promise<{ over: Amphi['facts']; amphi: Amphi }> {
  const before = await start()
  const presenter = await connect(before.origin, before.facts.code, 'presenter', before.facts.key)
  expect(await presenter.send({ type: 'end' })).toMatchObject({ ok: true })
  presenter.close()
  await before.stop()
  return { over: before.facts, amphi: await start() }
}

test('a guesser gets few answers, a class at the same address gets all of its own, and no titles leak', async () => {
  const { over, amphi } = await startLater()
  try {
    const { code } = amphi.facts
    const wrong = Array.from({ length: 400 }, (_, index) => String(100_000 + index)).filter(
      each => each !== code && each !== over.code,
    )
    const answers: number[] = []
    const guessing = Promise.all(
      wrong.map(async each => {
        const { status } = await ask(amphi.origin, `/api/lessons/${each}`)
        answers.push(status)
      }),
    )
    // While these wait, phones join from the guesser's address.
    const phones = await Promise.all(Array.from({ length: 20 }, () => connect(amphi.origin, code, 'student')))
    expect(JSON.parse((await ask(amphi.origin, `/api/lessons/${code}`)).text).title).toBe('Secret subject')
    expect((await ask(amphi.origin, `/${code}`)).status).toBe(200)
    expect(answers.filter(status => status === 404).length).toBeLessThan(100)
    for (const student of phones) student.close()

    await guessing
    const answered = answers.filter(status => status === 404).length
    expect(answered).toBeGreaterThan(20)
    expect(answered).toBeLessThan(150)
    expect(answers.filter(status => status === 429).length).toBe(answers.length - answered)
  } finally {
    await amphi.kill()
  }
})

test('a past lesson gives its title to requests with its key', async () => {
  const { over, amphi } = await startLater()
  const facts = async (headers: Record<string, string>) => ask(amphi.origin, `/api/lessons/${over.code}`, { headers })
  try {
    const stranger = await facts({})
    expect(JSON.parse(stranger.text)).toEqual({ code: over.code, title: '', status: 'over', lang: 'fr' })
    for (const path of [`/${over.code}`, `/${over.code}/report`, `/${over.code}/screen`]) {
      expect((await ask(amphi.origin, path)).text).not.toContain('Secret subject')
    }
    const owner = await facts({ Authorization: `Bearer ${over.key}` })
    expect(JSON.parse(owner.text)).toMatchObject({ title: 'Secret subject', status: 'over' })
  } finally {
    await amphi.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})
