/** The list of a folder's decks, where the presenter picks one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Listed, type Offer, offer } from '../../server/cli/folder/offer.ts'
import { builtSource } from '../../server/cli/pages.ts'
import type { PageSource } from '../../server/http/pages.ts'
import { type Run, runAmphi } from '../support/amphi.ts'

const DECKS: Listed[] = [
  { title: 'Cats & dogs', path: 'animals.md', slides: 3 },
  { title: 'Trees', path: 'plants/trees.md', slides: 1 },
  { title: 'broken.md', path: 'broken.md', slides: 0, problem: 'line 1: <no> deck' },
]

let source: PageSource
beforeAll(async () => {
  source = await builtSource(join(import.meta.dirname, '../..'), () => {})
})

const opened = async <T>(use: (offered: Offer) => Promise<T>): Promise<T> => {
  const offered = await offer({ title: 'biology', decks: DECKS, port: 0, source })
  try {
    return await use(offered)
  } finally {
    offered.close()
  }
}

test('the list shows each deck by its title, or its mistake in place of a link', () =>
  opened(async ({ address }) => {
    const html = await (await fetch(address, { headers: { 'Accept-Language': 'fr' } })).text()
    expect(html).toContain('<html lang="fr">')
    expect(html).toContain('<h1>biology</h1>')
    expect(html).toContain('<li data-slides="3"><a href="0">Cats &amp; dogs</a> <small>animals.md</small></li>')
    expect(html).toContain('<b>broken.md</b> <small>broken.md</small><p>line 1: &lt;no&gt; deck</p>')
    expect((await fetch(`${address}2`)).status).toBe(404)
  }))

test('what the page loads is served, with the usual headers', () =>
  opened(async ({ address }) => {
    const page = await fetch(address)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'")
    const loaded = [...(await page.text()).matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path = '']) => path)
    expect(loaded.length).toBeGreaterThan(1)
    for (const path of loaded) expect((await fetch(new URL(path, address))).status).toBe(200)
  }))

test('picking a deck resolves with it and redirects the page to the lesson', () =>
  opened(async ({ address, picked }) => {
    const answer = fetch(`${address}1`, { redirect: 'manual' })
    const choice = await picked
    expect(choice?.path).toBe('plants/trees.md')
    await expect(fetch(address)).rejects.toThrow()
    choice?.go('http://127.0.0.1:9/482913/present#key=k')
    expect((await answer).status).toBe(303)
    expect((await answer).headers.get('location')).toBe('http://127.0.0.1:9/482913/present#key=k')
  }))

test('the page learns why a deck cannot be presented', () =>
  opened(async ({ address, picked }) => {
    const answer = fetch(`${address}0`)
    await (await picked)?.fail('port 1 is <not> allowed')
    expect((await answer).status).toBe(500)
    expect(await (await answer).text()).toContain('<p role="alert">port 1 is &lt;not&gt; allowed</p>')
  }))

test('without the secret address one learns nothing and picks nothing', () =>
  opened(async ({ address, picked }) => {
    let chosen = false
    void picked.then(choice => {
      chosen = choice !== undefined
    })
    for (const path of ['/', '/0', '/1', '/teach', '/00000000-0000-4000-8000-000000000000/0']) {
      const answer = await fetch(new URL(path, address))
      expect([answer.status, await answer.text()]).toEqual([404, ''])
    }
    for (const wrong of ['7', '-1', 'x', '0/1']) expect((await fetch(`${address}${wrong}`)).status).toBe(404)
    expect(chosen).toBe(false)
  }))

test('nothing can be picked from a closed list', async () => {
  const { picked, close } = await offer({ title: 'biology', decks: DECKS, port: 0, source })
  close()
  expect(await picked).toBeUndefined()
})

describe('amphi folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-choose-'))
  const decks = join(folder, 'biology')
  mkdirSync(decks)
  for (const name of ['Birds', 'Trees']) writeFileSync(join(decks, `${name}.md`), `# ${name}\n`)
  let run: Run
  afterEach(async () => {
    run.child.kill('SIGKILL')
    await run.ended
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function start(...flags: string[]): Promise<string> {
    run = runAmphi([decks, '--port', '0', '--data', join(folder, 'data'), ...flags])
    await run.printed('pick the one to present')
    await run.printed('\n')
    return /http:\S+/.exec(run.out())?.[0] ?? ''
  }

  test.each([[['--no-open']], [[]]])(
    'without a terminal and with %j, picking a deck leads to the presenter page',
    async flags => {
      const list = await start(...flags)
      const answer = await fetch(`${list}1`, { redirect: 'manual' })
      expect(answer.status).toBe(303)
      const address = answer.headers.get('location') ?? ''
      expect(address).toMatch(/\/\d{6}\/present#key=/)
      const page = await fetch(address)
      expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<title>Trees · Amphi</title>')])
    },
  )

  test('a page does not wait for a deck that cannot be presented', async () => {
    const list = await start('--no-open')
    rmSync(join(decks, 'Trees.md'))
    const answer = await fetch(`${list}1`, { redirect: 'manual' })
    expect(answer.status).toBe(500)
    expect(await answer.text()).toContain('no such file')
    expect(await run.ended).toBe(2)
  })
})
