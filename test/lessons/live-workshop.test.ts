/** A workshop that is edited while a class is at work in it: marks, calls and hints stay with their tasks. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Amphi, type Client, connect, startAmphi } from '../support/amphi.ts'

const START = '<!-- .slide: data-segment="workshop" data-duration="2h" -->\n# Workshop\n'
const INSTALL = '- [ ] Install the tools\n  > canary1\n'
const WRITE = '- [ ] Write a small Dockerfile\n  > canary2\n'
const RUN = '# Run\n\n- [ ] Run the image\n'
const folder = mkdtempSync(join(tmpdir(), 'amphi-workshop-'))
const file = join(folder, 'deck.md')
const save = (...slides: string[]) => writeFileSync(file, slides.join('\n---\n'))

let amphi: Amphi
let presenter: Client
let student: Client

beforeAll(async () => {
  save(START, `# Build\n\n${INSTALL}${WRITE}`, RUN)
  amphi = await startAmphi({ deck: file, data: join(folder, 'data') })
  presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  student = await connect(amphi.origin, amphi.facts.code, 'student')
  await presenter.send({ type: 'move', h: 0, v: 0, f: -1 })
})

afterAll(async () => {
  presenter.close()
  student.close()
  await amphi.kill()
  rmSync(folder, { recursive: true, force: true })
})

const changed = async (edit: () => void) => {
  const before = student.view.lesson?.version
  edit()
  await student.until(({ lesson }) => lesson !== undefined && lesson.version !== before)
}
const board = (expected: [text: string, done: number, stuck: number][]) =>
  presenter.until(({ workshop }) => {
    const tasks = workshop && 'help' in workshop ? workshop.tasks : []
    return JSON.stringify(tasks.map(({ text, done, stuck }) => [text, done, stuck])) === JSON.stringify(expected)
  })

test('a task that is reworded keeps its marks, and one that moves to another slide too', async () => {
  expect(await student.send({ type: 'mark', task: 'install-the-tools', state: 'done' })).toMatchObject({ ok: true })
  expect(await student.send({ type: 'mark', task: 'write-a-small-dockerfile', state: 'stuck' })).toMatchObject({
    ok: true,
  })
  await changed(() => save(START, `# Build\n\n${INSTALL.replace('the tools', 'all the tools')}`, `${RUN}${WRITE}`))
  await board([
    ['Install all the tools', 1, 0],
    ['Run the image', 0, 0],
    ['Write a small Dockerfile', 0, 1],
  ])
  expect(student.view.you?.tasks).toEqual({ 'install-the-tools': 'done', 'write-a-small-dockerfile': 'stuck' })
  expect(student.slides.find(({ h }) => h === 1)?.html).toContain('data-task="install-the-tools">Install all the tools')
})

test('a task that is taken out leaves the board, and is back with its marks when it is', async () => {
  await changed(() => save(START, '# Build\n\n- [ ] Look at three logs\n', `${RUN}${WRITE}`))
  await board([
    ['Look at three logs', 0, 0],
    ['Run the image', 0, 0],
    ['Write a small Dockerfile', 0, 1],
  ])
  expect(await student.send({ type: 'mark', task: 'install-the-tools', state: 'open' })).toMatchObject({
    reason: 'unknown-task',
  })
  await changed(() => save(START, `# Build\n\n${INSTALL}`, `${RUN}${WRITE}`))
  await board([
    ['Install the tools', 1, 0],
    ['Run the image', 0, 0],
    ['Write a small Dockerfile', 0, 1],
  ])
})

test('after a restart the lesson still knows the tasks that were reworded, and nobody has a hint that was not given', async () => {
  await changed(() => save(START, `# Build\n\n${INSTALL.replace('the tools', 'your tools')}`, `${RUN}${WRITE}`))
  const port = Number(new URL(amphi.origin).port)
  await amphi.kill()
  amphi = await startAmphi({ deck: file, data: join(folder, 'data'), port })
  await presenter.until(({ lesson }) => lesson !== undefined)
  expect(await presenter.send({ type: 'hint', task: 'write-a-small-dockerfile', to: 'stuck' })).toMatchObject({
    ok: true,
  })
  await student.until(({ you }) => you?.hints !== undefined)
  expect(student.view.you).toMatchObject({
    tasks: { 'install-the-tools': 'done', 'write-a-small-dockerfile': 'stuck' },
    hints: { 'write-a-small-dockerfile': ['<p>canary2</p>'] },
  })
  expect(JSON.stringify([student.view, student.slides])).not.toContain('canary1')
})
