/** `npm run dev`: what developers of Amphi have open all day. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')

test('npm run dev prints the three links and serves the pages from their sources', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-dev-'))
  const deck = join(folder, 'deck.md')
  writeFileSync(deck, '# Hello\n')
  const place = ['--port', '0', '--host', '127.0.0.1', '--data', join(folder, 'data')]
  const dev = spawn(process.execPath, [join(ROOT, 'build/dev.ts'), deck, '--no-open', ...place], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const links = new Map<string, string>()
    for await (const line of createInterface(dev.stdout)) {
      const [who = '', link = ''] = line.split(/\s+/)
      links.set(who, link)
      if (links.size === 3) break
    }
    expect([...links.keys()]).toEqual(['Present', 'Screen', 'Student'])
    for (const link of links.values()) expect(await (await fetch(link)).text()).toContain('/@vite/client')
  } finally {
    dev.kill()
    await once(dev, 'exit')
    rmSync(folder, { recursive: true, force: true })
  }
})
