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

describe.each([
  ['docker.md', { tasks: 10, kinds: ['choice'] }],
  ['fr/hasard.md', { tasks: 6, kinds: ['choice', 'number', 'order', 'scale', 'text', 'words'] }],
])('the sample class %s', (name, { tasks: least, kinds }) => {
  const file = join(root, 'slides', name)
  const loaded = load(file, options)

  test('has no mistake', async () => {
    expect((await real(file)).mistakes).toEqual([])
  })

  test('is a talk, a quiz, a break and a workshop, in the time that it says', async () => {
    const { slides, duration } = await loaded
    const segments = slides.flat().flatMap(({ segment }) => segment ?? [])
    expect(segments.map(({ kind }) => kind)).toEqual(['talk', 'quiz', 'break', 'workshop'])
    expect(segments.reduce((sum, { seconds = 0 }) => sum + seconds, 0)).toBe(duration)
  })

  test('has tasks to do, each with a hint', async () => {
    const tasks = (await loaded).slides.flat().flatMap(({ tasks }) => tasks ?? [])
    expect(tasks.length).toBeGreaterThanOrEqual(least)
    expect(tasks.filter(({ hints }) => hints.length === 0)).toEqual([])
    expect(tasks.some(({ hints }) => hints.some(({ after }) => after !== undefined))).toBe(true)
  })

  test('asks its kinds of questions', async () => {
    const asked = new Set((await loaded).slides.flat().flatMap(({ question }) => question?.kind ?? []))
    expect([...asked].sort()).toEqual(kinds)
  })
})
