/** The list of a folder's decks, from which the presenter picks one. */
import { expect, test } from 'vitest'
import { type Offer, offer } from '../../server/cli/choose.ts'

const ENTRIES = [
  { title: 'Cats & dogs', address: 'animals.md', slides: 3 },
  { title: 'Trees', address: 'plants/trees.md', slides: 1 },
]

const opened = async <T>(use: (offered: Offer) => Promise<T>): Promise<T> => {
  const offered = await offer('biology', ENTRIES, 0)
  try {
    return await use(offered)
  } finally {
    offered.close()
  }
}

test('the list names every deck by its title', () =>
  opened(async ({ address }) => {
    const html = await (await fetch(address)).text()
    expect(html).toContain('<h1>biology</h1>')
    expect(html).toContain('<a href="0">Cats &amp; dogs</a> <small>3 slides</small>')
    expect(html).toContain('<a href="1">Trees</a> <small>1 slide</small>')
  }))

test('the deck that is picked is told, and its page is sent on to the class', () =>
  opened(async ({ address, picked }) => {
    const answer = fetch(`${address}1`, { redirect: 'manual' })
    const choice = await picked
    expect(choice?.path).toBe('plants/trees.md')
    await expect(fetch(address)).rejects.toThrow()
    choice?.go('http://127.0.0.1:9/482913/present#key=k')
    expect((await answer).status).toBe(303)
    expect((await answer).headers.get('location')).toBe('http://127.0.0.1:9/482913/present#key=k')
  }))

test('who has not got the address learns nothing and picks nothing', () =>
  opened(async ({ address, picked }) => {
    let chosen = false
    void picked.then(choice => {
      chosen = choice !== undefined
    })
    for (const path of ['/', '/0', '/1', '/00000000-0000-4000-8000-000000000000/0']) {
      const answer = await fetch(new URL(path, address))
      expect([answer.status, await answer.text()]).toEqual([404, ''])
    }
    expect((await fetch(`${address}7`)).status).toBe(404)
    expect((await fetch(`${address}-1`)).status).toBe(404)
    expect(chosen).toBe(false)
  }))

test('a list that is closed has nothing picked from it', async () => {
  const { picked, close } = await offer('biology', ENTRIES, 0)
  close()
  expect(await picked).toBeUndefined()
})
