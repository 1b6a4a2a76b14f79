/** A deck that is edited while a class is on it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Amphi, type Client, connect, startAmphi } from '../support/amphi.ts'

const QUESTION = `<!-- .slide: data-qcm data-id="q" -->
# Which one?

- [ ] red
- [x] green
`
const SECOND = '# Second slide\n\nwith a few words about ships and harbours\n'
const folder = mkdtempSync(join(tmpdir(), 'amphi-live-'))
const file = join(folder, 'deck.md')
const save = (...slides: string[]) => writeFileSync(file, slides.join('\n---\n'))

let amphi: Amphi
let presenter: Client
let student: Client

beforeAll(async () => {
  save('# First', SECOND, QUESTION, '# Later')
  amphi = await startAmphi({ deck: file, data: join(folder, 'data') })
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  student = await connect(amphi.origin, amphi.facts.code, 'student')
})

afterAll(async () => {
  presenter.close()
  student.close()
  await amphi.kill()
  rmSync(folder, { recursive: true, force: true })
})

const version = () => student.view.lesson?.version
const changed = async (edit: () => void) => {
  const before = version()
  edit()
  await student.until(({ lesson }) => lesson !== undefined && lesson.version !== before)
}
const seen = async () => {
  const response = await fetch(`${amphi.origin}/api/lessons/${amphi.facts.code}/deck`)
  const deck: { slides: ({ html: string } | null)[][] } = await response.json()
  return deck.slides.map(([slide]) => slide?.html)
}

test('the current slide changes on every phone as its file is saved, and stays the current one', async () => {
  await presenter.send({ type: 'move', h: 1, v: 0, f: -1 })
  await student.until(({ position }) => position?.h === 1)
  await changed(() => save('# First', SECOND.replace('ships', 'boats'), QUESTION, '# Later'))
  expect(student.slides.at(-1)).toMatchObject({ h: 1, v: 0, html: expect.stringContaining('boats') })
  expect(student.view.position).toMatchObject({ h: 1, v: 0 })
})

test('a slide put in before the current one moves everybody along, and is itself not shown to students', async () => {
  await changed(() => save('# First', '# Put in', SECOND, QUESTION, '# Later'))
  expect(student.view.position).toMatchObject({ h: 2, v: 0 })
  expect(await seen()).toEqual([
    expect.stringContaining('First'),
    undefined,
    expect.stringContaining('ships'),
    undefined,
    undefined,
  ])
})

test('an open question keeps its answers, and its text, while the file changes', async () => {
  await presenter.send({ type: 'move', h: 3, v: 0, f: -1 })
  await presenter.send({ type: 'open', poll: 'q' })
  await student.until(({ poll }) => poll?.phase === 'open')
  expect(await student.send({ type: 'answer', poll: 'q', round: 1, value: [1] })).toMatchObject({ ok: true })
  await changed(() => save('# First', SECOND, QUESTION.replace('Which one?', 'Which colour?'), '# Later'))
  expect(student.view.poll).toMatchObject({ id: 'q', phase: 'open', prompt: 'Which one?' })
  expect(student.view.you?.answers.q?.value).toEqual([1])
})

test('text that cannot be shown leaves the class on the last good deck, and only the presenter hears of it', async () => {
  const before = version()
  save('---\ntitle: [broken\n---\n# First')
  await presenter.until(({ lesson }) => lesson?.mistakes?.some(({ level }) => level === 'error') ?? false)
  expect(version()).toBe(before)
  expect(JSON.stringify(student.view)).not.toContain('YAML')
  save('# First', SECOND, QUESTION.replaceAll('[', '('), '# Later')
  await presenter.until(
    ({ lesson }) => lesson?.mistakes?.some(({ message }) => message.includes('no choices')) ?? false,
  )
  expect(version()).toBe(before)
  await changed(() => save('# First', SECOND, QUESTION, '# Later', '# Last'))
  await presenter.until(({ lesson }) => lesson?.mistakes?.length === 0)
})

test('when the current slide is taken out, the one in its place is shown to everybody', async () => {
  await presenter.send({ type: 'move', h: 3, v: 0, f: -1 })
  await student.until(({ position }) => position?.h === 3)
  await changed(() => save('# First', SECOND, QUESTION, '# Something else altogether, by another hand'))
  await student.until(({ position }) => position?.h === 3)
  await expect.poll(async () => (await seen())[3]).toContain('another hand')
})

test('after a restart the lesson still knows the slides that were edited', async () => {
  await changed(() => save('# First', SECOND.replace('ships', 'rafts'), QUESTION, '# End'))
  const port = Number(new URL(amphi.origin).port)
  await amphi.kill()
  amphi = await startAmphi({ deck: file, data: join(folder, 'data'), port })
  expect((await seen())[1]).toContain('rafts')
})
