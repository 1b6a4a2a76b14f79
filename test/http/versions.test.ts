/** A picture that changes during the lesson. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Client, connect, type Served, serve } from '../support/amphi.ts'

const picture = (title: string) => `<svg xmlns="http://www.w3.org/2000/svg"><title>${title}</title></svg>`
const DECK = '# A\n\n---\n\n## B\n\n![p](img/a.svg)\n\n---\n\n## C\n\n![](img/b.svg)\n'
const ADDRESS = /src="([^"]*a\.svg\?v=[\da-f]{12})"/

let amphi: Served
let presenter: Client
let student: Client
beforeAll(async () => {
  amphi = await serve(DECK, { 'img/a.svg': picture('first'), 'img/b.svg': picture('other') })
  const { origin, facts } = amphi
  presenter = await connect(origin, facts.code, 'presenter', facts.key)
  student = await connect(origin, facts.code, 'student')
  await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
})
afterAll(async () => {
  presenter.close()
  student.close()
  await amphi.end()
})

const shown = () =>
  student.slides
    .filter(({ h }) => h === 1)
    .map(({ html }) => ADDRESS.exec(html)?.[1] ?? '')
    .filter(Boolean)
const get = async (path: string) => (await fetch(new URL(path, amphi.origin))).text()

test('saving only the picture changes its address on the slide, not the slide itself', async () => {
  await expect.poll(shown).toHaveLength(1)
  const id = await slideId()
  expect(await get(shown()[0] ?? '')).toContain('first')
  writeFileSync(join(amphi.folder, 'deck/img/a.svg'), picture('the second one'))
  await expect.poll(() => shown().length).toBe(2)
  expect(shown()[1]).not.toBe(shown()[0])
  expect(await get(shown()[1] ?? '')).toContain('the second one')
  expect(await slideId()).toBe(id)
  expect(presenter.view.position).toMatchObject({ h: 1, v: 0 })
  expect(student.slides.some(({ html }) => html.includes('b.svg'))).toBe(false)
})

test('deck and picture can be saved one after the other', async () => {
  writeFileSync(join(amphi.folder, 'deck/img/a.svg'), picture('the third, longer one'))
  writeFileSync(join(amphi.folder, 'deck/deck.md'), DECK.replace('## B', '## B, edited'))
  await expect.poll(async () => (await get(shown().at(-1) ?? '')).includes('third')).toBe(true)
})

async function slideId(): Promise<string> {
  const headers = { Authorization: `Bearer ${amphi.facts.key}` }
  const { slides } = await (await fetch(`${amphi.origin}/api/lessons/${amphi.facts.code}/deck`, { headers })).json()
  return slides[1][0].id
}
