/** `amphi deck.md` as a teacher meets it in the terminal. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as dial, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toString as qrCode } from 'qrcode'
import { afterEach, expect, test } from 'vitest'
import { type Client, connect, type Facts, type Run, runAmphi } from '../support/amphi.ts'

const DECK = `---
title: Containers
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
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

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

/** Presents on loopback; ends with the test. */
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

test('the terminal shows the deck’s title and counts, three links and the QR code', async () => {
  const run = present(file(DECK), newFolder())
  await run.printed('Ctrl-C stops the server; the lesson can be resumed.')
  const text = run.out()
  expect(text).toContain('Containers: 2 slides, 1 step, 1 question\n')
  const [, origin, code] = /Students {2}(http:\/\/127\.0\.0\.1:\d+)\/(\d{6})\n/.exec(text) ?? []
  expect(text).toMatch(new RegExp(`Present +${origin}/${code}/present#key=[\\w-]{43}\n`))
  expect(text).toMatch(new RegExp(`Screen +${origin}/${code}/screen#key=[\\w-]{43}\n`))
  expect(text).toContain(await qrCode(`${origin}/${code}`, { type: 'terminal', small: true }))
  expect(text).not.toContain('Resumed')
  expect(run.err()).toBe('')
  expect(await stop(run)).toBe(0)
})

test('--json prints one line, and nothing after it', async () => {
  const { run, facts } = await presentJson(file(DECK), newFolder())
  const { code, key } = facts
  const { origin } = new URL(facts.join)
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

test('a lesson is resumed with its code and keys, and says so; --new starts another', async () => {
  const deck = file(DECK)
  const data = newFolder()
  const first = await presentJson(deck, data)
  await stop(first.run)

  const again = present(deck, data)
  await again.printed('Ctrl-C')
  expect(again.out()).toContain(`Resumed: the lesson with code ${first.facts.code} is still live`)
  expect(again.out()).toContain(`/${first.facts.code}/present#key=${first.facts.key}\n`)
  await stop(again)

  const other = await presentJson(deck, data, '--new')
  expect(other.facts.code).not.toBe(first.facts.code)
  expect(other.facts.key).not.toBe(first.facts.key)
})

test('neither a lesson that has ended nor another deck’s is resumed', async () => {
  const deck = file(DECK)
  const data = newFolder()
  const ended = await presentJson(deck, data)
  const presenter = await enter(ended.facts, 'presenter')
  expect(await presenter.send({ type: 'end' })).toMatchObject({ ok: true })
  presenter.close()
  await stop(ended.run)

  const other = await presentJson(file('# Another\n'), data)
  await stop(other.run)
  const next = await presentJson(deck, data)
  expect(new Set([ended, other, next].map(({ facts }) => facts.code)).size).toBe(3)
})

test('Ctrl-C tells every page, and ends with 0 though somebody hangs on', async () => {
  const { run, facts } = await presentJson(file(DECK), newFolder())
  const student = await enter(facts, 'student')
  const presenter = await enter(facts, 'presenter')
  const told = [student, presenter].map(({ until }) => until(({ server }) => server?.status === 'stopping'))
  const slow = await halfRequest(new URL(facts.join))
  ends.push(() => slow.destroy())
  expect(await stop(run)).toBe(0)
  await Promise.all(told)
})

test('a port in use is told, with what to do', async () => {
  const { run, facts } = await presentJson(file(DECK), newFolder())
  const { port } = new URL(facts.join)
  const second = present(file(DECK), newFolder(), '--port', port)
  expect(await second.ended).toBe(1)
  expect(second.err()).toBe(`port ${port} is in use; choose another with --port, or any free one with --port 0\n`)
  expect(run.child.exitCode).toBeNull()
})

test('a second server on the same data is refused, and the first goes on unharmed', async () => {
  const deck = file(DECK)
  const data = newFolder()
  const { facts } = await presentJson(deck, data)
  const presenter = await enter(facts, 'presenter')
  const student = await enter(facts, 'student')
  const second = present(deck, data)
  expect(await second.ended).toBe(1)
  expect(second.err()).toBe(
    `another Amphi uses this data folder (${data}); stop it, or give this one its own with --data\n`,
  )
  expect(second.out()).toBe('')
  expect(await presenter.send({ type: 'move', h: 0, v: 0, f: 0 })).toMatchObject({ ok: true })
  await student.until(({ position }) => position?.f === 0)
})

test('an unknown theme is told, and a known one takes its place', async () => {
  const deck = file('---\ntheme: nowhere\nhighlightTheme: none\n---\n\n# One\n')
  const { run, facts } = await presentJson(deck, newFolder())
  await expect.poll(run.err).toContain(`${deck}:2: warning: there is no theme "nowhere", so "black" is shown; write`)
  await expect
    .poll(run.err)
    .toContain(`${deck}:3: warning: there is no highlightTheme "none", so "zenburn" is shown; write`)
  const response = await fetch(`${new URL(facts.join).origin}/api/lessons/${facts.code}/deck`)
  expect(await response.json()).toMatchObject({ theme: 'black', highlightTheme: 'zenburn' })
})

test('a question with a mistake is told by its line, and the rest of the deck is presented', async () => {
  const deck = file('# One\n\n---\n\n<!-- .slide: data-qcm -->\n# No choices\n')
  const { run, facts } = await presentJson(deck, newFolder())
  await expect.poll(run.err).toContain(`${deck}:5: the question has no choices; write each as`)
  const presenter = await enter(facts, 'presenter')
  expect(await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })).toMatchObject({ ok: true })
})

/** A client that has begun a request and never ends it. */
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
