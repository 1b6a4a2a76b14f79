/** Silent connections, and more connections than the system allows. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect as connectTcp, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { connect, type Facts, serve } from '../support/amphi.ts'

function open(origin: string): Socket {
  const { hostname, port } = new URL(origin)
  const socket = connectTcp(Number(port), hostname)
  socket.on('error', () => {})
  socket.resume()
  return socket
}

test('silent connections are closed within seconds, and the lesson goes on', async () => {
  const amphi = await serve('# One\n')
  try {
    const student = await connect(amphi.origin, amphi.facts.code, 'student')
    const silent = Array.from({ length: 200 }, () => open(amphi.origin))
    await Promise.all(silent.map(socket => once(socket, 'close')))
    expect(student.view.lesson?.status).toBe('live')
    student.close()
  } finally {
    await amphi.end()
  }
  // Node alone would keep them open for 30 s or more.
})

test('when file descriptors run out, the terminal says so, and the lesson goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-'))
  const deck = join(folder, 'deck.md')
  writeFileSync(deck, '# One\n')
  const args = ['server/main.ts', deck, '--json', '--no-open', '--port', '0', '--host', '127.0.0.1', '--data', folder]
  const command = ['ulimit -n 120', 'exec "$0" "$@"'].join(' && ')
  const child = spawn('sh', ['-c', command, process.execPath, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close')
  try {
    const [line] = await once(createInterface(child.stdout), 'line')
    const facts: Facts = JSON.parse(line)
    const { origin } = new URL(facts.join)
    const presenter = await connect(origin, facts.code, 'presenter', facts.key)
    const warning = new Promise<string>(resolve => {
      createInterface(child.stderr).on('line', text => /file descriptors/.test(text) && resolve(text))
    })
    const greedy = Array.from({ length: 200 }, () => open(origin))
    expect(await warning).toMatch(/No file descriptors left.*ulimit -n/)
    expect(await presenter.send({ type: 'blank', on: true })).toMatchObject({ ok: true })
    // Silent connections have made room, or do so as others arrive.
    const page = async () => (await fetch(`${origin}/${facts.code}`).catch(() => undefined))?.status
    await expect.poll(page).toBe(200)
    for (const socket of greedy) socket.destroy()
    presenter.close()
  } finally {
    child.kill('SIGKILL')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
})
