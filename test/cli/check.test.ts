/** `amphi check deck.md` on the command line; what it finds is tested in test/deck. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAmphi } from '../support/amphi.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'amphi-check-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function check(name: string, content?: string) {
  const file = join(folder, name)
  if (content !== undefined) writeFileSync(file, content)
  const run = runAmphi(['check', file])
  const code = await run.ended
  return { code, err: run.err(), lines: run.out().replaceAll(file, name).trimEnd().split('\n') }
}

const QUESTION = `<!-- .slide: data-qcm data-id="twice" -->
# Which?

- [ ] one
- [x] two
`

test.each([
  ['slides/docker.md', /^docker\.md: \d+ slides, \d+ steps, \d+ questions\n$/],
  ['slides/fr/hasard.md', /^hasard\.md\u202f?: \d+ diapositives, \d+ étapes, \d+ questions\n$/],
])('the sample deck %s has no mistakes', async (deck, said) => {
  const run = runAmphi(['check', deck])
  expect(await run.ended).toBe(0)
  expect(run.out()).toMatch(said)
})

test('every mistake in a bad deck is reported with file, line and what to write instead', async () => {
  const bad = [
    '---',
    'theme: nowhere',
    '---',
    QUESTION,
    '---',
    '',
    QUESTION,
    '---',
    '',
    '<!-- .slide: data-qcm data-time="soon" -->',
    '# None?',
    '',
  ]
  const { code, err, lines } = await check('bad.md', bad.join('\n'))
  expect([code, err]).toEqual([1, ''])
  expect(lines).toEqual([
    'bad.md:2: warning: there is no theme "nowhere", so "black" is shown; write the name of one that is installed',
    expect.stringMatching(/^bad\.md:12: the question id "twice" is taken by the question on line 4; give .* data-id$/),
    expect.stringMatching(/^bad\.md:20: "soon" is no duration; write data-time="30s"/),
    expect.stringMatching(/^bad\.md:20: the question has no choices; write each as/),
  ])
})

const LOSSES = [
  '# A',
  '',
  '<p data-tiem="10s">',
  '',
  '```mermaid',
  'flowchrt LR',
  '```',
  '',
  '```yaml',
  'a: 1',
  '---',
  'b: 2',
  '```',
  '',
].join('\n')

test('what would silently be lost, such as broken diagrams, is a warning and not an error', async () => {
  const { code, lines } = await check('losses.md', LOSSES)
  expect(code).toBe(0)
  expect(lines).toEqual([
    'losses.md:3: warning: data-tiem does nothing; did you mean data-time?',
    expect.stringMatching(/^losses\.md:5: warning: the diagram cannot be drawn: Mermaid knows no kind of diagram/),
    expect.stringMatching(/^losses\.md:11: warning: --- ends the slide here, in the code; /),
    'losses.md: 2 slides, 0 steps, 0 questions',
  ])
})

test('reports on a French deck are in French', async () => {
  const { lines } = await check('pertes.md', `---\nlang: fr\n---\n${LOSSES}`)
  expect(lines).toEqual([
    'pertes.md:6: attention : data-tiem ne fait rien ; vouliez-vous dire data-time ?',
    expect.stringMatching(/^pertes\.md:8: attention : le diagramme ne peut pas/),
    expect.stringMatching(/^pertes\.md:14: attention : --- termine ici la diapositive, au milieu du code ; /),
    'pertes.md: 2 diapositives, 0 étape, 0 question',
  ])
  const wrong = await check('faux.md', `---\nlang: fr\n---\n<!-- .slide: data-qcm -->\n# Vide ?\n`)
  expect(wrong.code).toBe(1)
  expect(wrong.lines).toEqual([expect.stringMatching(/^faux\.md:4: la question n'a pas de choix ; /)])
})

test('a deck with only warnings passes', async () => {
  const { code, lines } = await check('warned.md', '---\ntheme: nowhere\n---\n# One\n')
  expect(code).toBe(0)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toBe('warned.md: 1 slide, 0 steps, 0 questions')
})
