import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { folderSource } from '../../../server/deck/source/folder.ts'
import { createReader, type Reader } from '../../../server/deck/source/reader.ts'
import { options } from '../one-slide.ts'
import { holdsContract } from './source-contract.ts'

let reader: Reader
let folder = ''
beforeAll(async () => {
  reader = createReader()
  folder = await mkdtemp(join(tmpdir(), 'amphi-folder-'))
})
afterAll(async () => {
  await reader.close()
  await rm(folder, { recursive: true, force: true })
})

const errors: unknown[] = []

async function place(watched = true) {
  const own = await mkdtemp(join(folder, 'deck-'))
  const file = join(own, 'deck.md')
  const add = async (path: string, content: string) => {
    await mkdir(dirname(join(own, path)), { recursive: true })
    await writeFile(join(own, path), content)
  }
  await add('deck.md', '# A deck')
  return {
    source: folderSource({ file, options, reader, watched, onError: error => errors.push(error) }),
    file,
    add,
    write: (markdown: string) => add('deck.md', markdown),
    remove: () => rm(own, { recursive: true }),
  }
}

holdsContract('a deck in a folder', place)

test('what is saved while an earlier edit is being read is an edit of its own', async () => {
  const { source, add, file } = await place()
  await add(
    'saves.mjs',
    `import { writeFileSync } from 'node:fs'
    export default markdown => {
      if (markdown.includes('First')) writeFileSync(${JSON.stringify(file)}, '# Second')
      return markdown
    }`,
  )
  const titles: string[] = []
  const stop = source.follow(await source.read(), edit => {
    if ('deck' in edit) titles.push(edit.deck.title)
  })
  await add('deck.md', '---\npreprocessor: saves.mjs\n---\n# First')
  await vi.waitFor(() => expect(titles).toEqual(['First', 'Second']), 10_000)
  stop()
})

test('settings that come to lie beside the deck are an edit', async () => {
  const { source, add } = await place()
  const themes: string[] = []
  const stop = source.follow(await source.read(), edit => {
    if ('deck' in edit) themes.push(edit.deck.theme)
  })
  await add('reveal-md.json', '{"theme": "moon"}')
  await vi.waitFor(() => expect(themes.at(-1)).toBe('moon'), 10_000)
  stop()
})

test('without watching no edit is reported, and the deck is read as it is all the same', async () => {
  const { source, write } = await place(false)
  const other = await place()
  const heard: unknown[] = []
  source.follow(await source.read(), edit => void heard.push(edit))
  await write('# Edited')
  expect((await source.read()).title).toBe('Edited')
  const told = Promise.withResolvers<void>()
  const stop = other.source.follow(await other.source.read(), () => told.resolve())
  await other.write('# Edited')
  await told.promise
  expect(heard).toEqual([])
  stop()
})
