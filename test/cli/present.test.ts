/** `amphi deck.md` as a teacher sees it in the terminal. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as dial, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toString as qrCode } from 'qrcode'
import { afterAll, afterEach, expect, test } from 'vitest'
import { type Client, connect, type Facts, type Run, runAmphi } from '../support/amphi.ts'

const DECK = `---
title: Containers
lang: fr
---

# First

later <!-- .element: class="fragment" -->

---

<!-- .slide: data-qcm -->
# Which?

- [ ] one
- [x] two
`

const folder = mkdtempSync(join(tmpdir(), 'amphi-cli-'))
const ends: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let folders = 0
function newFolder(): string {
  folders += 1
  const path = join(folder, String(folders))
  mkdirSync(path)
  return path
}

function file(content: string | Uint8Array, name = 'deck.md'): string {
  const path = join(newFolder(), name)
  writeFileSync(path, content)
  return path
}

/** Presents on loopback until the test ends. */
function present(deck: string, data: string, ...flags: string[]): Run {
  const run = runAmphi([deck, '--no-open', '--host', '127.0.0.1', '--data', data, '--port', '0', ...flags])
  ends.push(() => {
    run.child.kill('SIGKILL')
    return run.ended
  })
  return run
}

async function presentJson(deck: string, data: string, ...flags: string[]): Promise<{ run: Run; facts: Facts }> {
  const run = present(deck, data, '--json', ...flags)
  await run.printed('\n')
  return { run, facts: JSON.parse(run.out()) }
}

async function enter({ code, join, key }: Facts, role: 'student' | 'presenter'): Promise<Client> {
  const client = await connect(new URL(join).origin, code, role, role === 'presenter' ? key : undefined)
  ends.push(client.close)
  return client
}

function stop({ child, ended }: Run): Promise<number | null> {
  child.kill('SIGINT')
  return ended
}

const deck = file(DECK)
const data = newFolder()
/** Printed by the first start. */
let first: Facts
/** Lessons that are over. */
const ended: Facts[] = []

/** The tests below build on each other in one data folder. */
test('--json prints one line and nothing after it', async () => {
  const { run, facts } = await presentJson(deck, data)
  first = facts
  const { code, key, join: url } = facts
  const { origin } = new URL(url)
  expect(facts).toEqual({
    code: expect.stringMatching(/^[1-9]\d{5}$/),
    title: 'Containers',
    join: `${origin}/${code}`,
    present: `${origin}/${code}/present#key=${key}`,
    screen: expect.stringMatching(new RegExp(`^${origin}/${code}/screen#key=[\\w-]{43}$`)),
    key: expect.stringMatching(/^[\w-]{43}$/),
    pid: run.child.pid,
  })
  expect(facts.screen).not.toContain(key)
  expect(await stop(run)).toBe(0)
  expect(run.out()).toBe(`${JSON.stringify(facts)}\n`)
})

test('the terminal shows title, counts, three links and the QR code, and says what it resumes, in the deck’s language', async () => {
  const run = present(deck, data)
  await run.printed('Ctrl-C arrête le serveur ; le cours peut être repris.')
  const text = run.out()
  expect(text).toContain('Containers: 2 diapositives, 1 étape, 1 question\n')
  expect(text).toContain(
    `Reprise : le cours au code ${first.code} est toujours en cours (--new en commence un autre).\n`,
  )
  const [, origin] = /Étudiants (http:\/\/127\.0\.0\.1:\d+)\/\d{6}\n/.exec(text) ?? []
  expect(text).toContain(`Étudiants ${origin}/${first.code}\n`)
  expect(text).toContain(`Présenter ${origin}/${first.code}/present#key=${first.key}\n`)
  expect(text).toContain(`Écran     ${origin}/${first.code}/screen#${first.screen.split('#')[1]}\n`)
  expect(text).toContain(await qrCode(`${origin}/${first.code}`, { type: 'terminal', small: true }))
  expect(run.err()).toBe('')
  expect(await stop(run)).toBe(0)
})

test('--new starts another lesson; Ctrl-C notifies every page and exits with 0 despite a hanging client', async () => {
  const { run, facts } = await presentJson(deck, data, '--new')
  expect(facts.code).not.toBe(first.code)
  expect(facts.key).not.toBe(first.key)
  const student = await enter(facts, 'student')
  const presenter = await enter(facts, 'presenter')
  expect(await presenter.send({ type: 'end' })).toMatchObject({ ok: true })
  ended.push(facts)
  const notified = [student, presenter].map(({ until }) => until(({ server }) => server?.status === 'stopping'))
  const slow = await halfRequest(new URL(facts.join))
  ends.push(() => slow.destroy())
  expect(await stop(run)).toBe(0)
  await Promise.all(notified)
})

test('the report of a past lesson stays at its link, in the language of its deck', async () => {
  const { facts } = await presentJson(deck, data)
  const { origin } = new URL(facts.join)
  const [over] = ended
  const page = await fetch(`${origin}/${over?.code}/present`, { redirect: 'manual' })
  expect([page.status, page.headers.get('location')]).toEqual([302, `/${over?.code}/report`])
  expect(await (await fetch(`${origin}/api/lessons/${over?.code}`)).json()).toMatchObject({
    status: 'over',
    lang: 'fr',
  })
  const sheet = await fetch(`${origin}/${over?.code}/report`, { headers: { 'Accept-Language': 'en' } })
  expect(await sheet.text()).toContain('<html lang="fr">')
  const results = (headers: Record<string, string>) =>
    fetch(`${origin}/api/lessons/${over?.code}/report.json`, { headers })
  expect((await results({})).status).toBe(403)
  expect((await results({ Authorization: `Bearer ${facts.key}` })).status).toBe(403)
  const report = await results({ Authorization: `Bearer ${over?.key}` })
  expect(await report.json()).toMatchObject({ lesson: { code: over?.code, title: 'Containers' } })
})

test('an ended lesson is not resumed; a second server disturbs neither the first one’s port nor its data', async () => {
  const { facts } = await presentJson(deck, data)
  expect(facts).toMatchObject({ code: first.code, key: first.key })
  const presenter = await enter(facts, 'presenter')
  const student = await enter(facts, 'student')

  const { port } = new URL(facts.join)
  const sameData = present(deck, data)
  const samePort = present(deck, newFolder(), '--port', port)
  expect([await sameData.ended, await samePort.ended]).toEqual([1, 1])
  expect(sameData.err()).toBe(
    `another Amphi uses this data folder (${data}); stop it, or give this one its own with --data\n`,
  )
  expect(samePort.err()).toBe(`port ${port} is in use; choose another with --port, or any free one with --port 0\n`)
  expect(sameData.out() + samePort.out()).toBe('')

  expect(await presenter.send({ type: 'move', h: 0, v: 0, f: 0 })).toMatchObject({ ok: true })
  await student.until(({ position }) => position?.f === 0)
})

test('mistakes in a deck are reported with their line, and the rest is presented', async () => {
  const bad = file('---\ntheme: nowhere\n---\n\n# One\n\n---\n\n<!-- .slide: data-qcm -->\n# No choices\n')
  const { run, facts } = await presentJson(bad, newFolder())
  await expect.poll(run.err).toContain(`${bad}:2: warning: there is no theme "nowhere", so "black" is shown; write`)
  await expect.poll(run.err).toContain(`${bad}:9: the question has no choices; write each as`)
  const response = await fetch(`${new URL(facts.join).origin}/api/lessons/${facts.code}/deck`)
  expect(await response.json()).toMatchObject({ theme: 'black' })
  const presenter = await enter(facts, 'presenter')
  expect(await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })).toMatchObject({ ok: true })
})

/** A client that starts a request and never finishes it. */
function halfRequest({ hostname, port }: URL): Promise<Socket> {
  return new Promise(resolve => {
    const socket = dial(Number(port), hostname, () => {
      socket.write('POST /api/lessons/1/key HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n', () =>
        resolve(socket),
      )
    })
    socket.on('error', () => {})
  })
}
