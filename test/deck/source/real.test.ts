/** Decks that classes were given with, where they are at hand. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { steps } from '../../../server/deck/deck.ts'
import { load } from '../../../server/deck/source/load.ts'
import { options } from '../one-slide.ts'

const root = join(import.meta.dirname, '../../..')
const real = async (file: string) => {
  const deck = await load(file, options)
  const slides = deck.slides.flat()
  return {
    title: deck.title,
    columns: deck.slides.length,
    slides: slides.length,
    steps: slides.reduce((sum, slide) => sum + steps(slide), 0),
    mistakes: deck.mistakes.map(({ line, level }) => `${level} ${line}`),
  }
}

describe('the class of 2019', () => {
  const file = join(root, '../shared/decks/docker-2019.md')
  test.skipIf(!existsSync(file))('has its 22 slides and 7 steps', async () => {
    expect(await real(file)).toEqual({ title: 'Docker', columns: 8, slides: 22, steps: 7, mistakes: [] })
  })
})

describe('the class on containers', () => {
  const file = join(root, '../shared/decks/containers/containers.md')
  test.skipIf(!existsSync(file))('has its 60 slides and 4 steps, and lacks only its theme', async () => {
    const found = { title: 'Containers & Docker', columns: 8, slides: 60, steps: 4, mistakes: ['warning 3'] }
    expect(await real(file)).toEqual(found)
  })
})

describe('the sample class', () => {
  const file = join(root, 'slides/docker.md')
  test.skipIf(!existsSync(file))('has no mistake', async () => {
    expect((await real(file)).mistakes).toEqual([])
  })
})
