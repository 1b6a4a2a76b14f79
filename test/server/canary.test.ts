/** A deck with a canary in every secret place, a student who records every byte, a presenter who reveals them one by one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Command } from '../../server/wire/messages.ts'
import { connect, startAmphi } from '../support/amphi.ts'

const DECK = `<!-- .slide: data-segment="talk" data-duration="77m" -->
# canary-first

![](canary-file.svg) <!-- .element: class="fragment" -->

canary-second-step <!-- .element: class="fragment" -->

\`\`\`mermaid
pie title canary-source
  "canary-slice" : 1
\`\`\`
<!-- .element: class="fragment" -->

Note: canary-notes

---

<!-- .slide: data-qcm data-id="q" data-state="canary-attribute" -->
# canary-question

- [ ] canary-wrong
  > canary-feedback-own
- [x] canary-right
  > canary-feedback-other

> canary-explanation

---

# canary-last

---

<!-- .slide: id="test" data-segment="quiz" data-title="canary-quiz" data-duration="5m" -->
# canary-rules

----

<!-- .slide: data-qcm data-id="in-test" -->
# canary-asked

- [ ] canary-false
- [x] canary-true
  > canary-feedback-quiz

---

<!-- .slide: data-segment="workshop" data-title="canary-workshop" -->
# canary-work

- [ ] canary-task <!-- .element: data-id="build" -->
  > canary-hint-first ![](canary-picture.svg)

  > canary-hint-second

----

# canary-below
`
const PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><desc>canary-drawing</desc></svg>'
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><desc>canary-inside</desc></svg>'
const DRAWN = '<svg xmlns="http://www.w3.org/2000/svg"><desc>canary-drawn</desc></svg>'

const poll = 'q'
const [task, segment] = ['build', 'test']

/** Fields that say something of others, or are for teaching. */
const OTHERS = /"health"|"timeline"|"writing"|"factor"|"stuck":|"seat"|"pushed"|"fast"|"finished":\d|"answered":\[/

interface Step {
  /** Made for the other student's id, where it needs that. */
  command?: Command | ((other: string) => Command)
  /** The presenter, where nobody else is said: the student whose phone it is, or another one. */
  by?: 'student' | 'other'
  /** Canaries that a student may see from then on, and does. */
  shows?: string[]
}

const move = (h: number, f: number): Command => ({ type: 'move', h, v: 0, f })
const WALK: Step[] = [
  { shows: ['first'] },
  { command: move(0, 0), shows: ['file', 'inside'] },
  { command: move(0, 1), shows: ['second-step'] },
  { command: move(0, 2), shows: ['drawn'] },
  { command: move(1, -1), shows: ['question', 'wrong', 'right', 'attribute'] },
  { command: { type: 'open', poll } },
  { by: 'student', command: { type: 'answer', poll, round: 1, value: [0] } },
  { command: { type: 'close', poll } },
  { command: { type: 'results', poll, shown: true } },
  { command: { type: 'solution', poll, shown: true }, shows: ['explanation', 'feedback-own'] },
  { command: move(0, -1) },
  { command: move(2, -1), shows: ['last'] },

  { by: 'other', command: { type: 'name', name: 'canary-person' } },
  { command: student => ({ type: 'extraTime', student, factor: 2 }) },
  { command: move(3, -1), shows: ['quiz', 'rules'] },
  { command: { type: 'startQuiz', segment }, shows: ['asked', 'false', 'true'] },
  { by: 'other', command: { type: 'answer', poll: 'in-test', round: 1, value: [1] } },
  { by: 'other', command: { type: 'finish', segment, on: true } },
  { command: { type: 'stopQuiz', segment } },
  { command: { type: 'releaseQuiz', segment, results: true, solutions: true } },

  { command: move(4, -1), shows: ['workshop', 'work', 'task', 'below'] },
  { by: 'other', command: { type: 'mark', task, state: 'stuck' } },
  { by: 'other', command: { type: 'help', on: true, task, seat: 'canary-seat' } },
  // The file is no secret any more, for who knows its name.
  { command: { type: 'hint', task, to: 'stuck' }, shows: ['drawing'] },
  { by: 'student', command: { type: 'mark', task, state: 'stuck' }, shows: ['hint-first', 'picture'] },
  { command: { type: 'hint', task, to: 'all' }, shows: ['hint-second'] },
  { by: 'other', command: { type: 'pulse', feeling: 'fast' } },
  { by: 'other', command: { type: 'ask', text: 'canary-message', signed: false } },
  { command: { type: 'moderate', message: 'm1', state: 'shown' }, shows: ['message'] },
]

test('no byte that a student’s phone received contains anything not yet shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-canary-'))
  mkdirSync(join(folder, 'deck'))
  const deck = join(folder, 'deck', 'deck.md')
  writeFileSync(deck, DECK)
  writeFileSync(join(folder, 'deck', 'canary-file.svg'), SVG)
  writeFileSync(join(folder, 'deck', 'canary-picture.svg'), PICTURE)
  const amphi = await startAmphi({ deck, data: join(folder, 'data') })
  const { code, key, screen } = amphi.facts
  const presenter = await connect(amphi.origin, code, 'presenter', key)
  const student = await connect(amphi.origin, code, 'student')
  const other = await connect(amphi.origin, code, 'student')
  const diagram = await draw(amphi.origin, code, key)
  const underCode = [
    '',
    '/present',
    '/screen',
    '/report',
    '/qr.svg',
    '/assets/canary-file.svg',
    '/assets/canary-file.svg?w=320',
    '/assets/canary-picture.svg',
    `/assets/diagrams/${diagram}.svg`,
    '/assets/deck.md',
    '/deck.md',
  ]
  const paths = [
    ...underCode.map(path => `/${code}${path}`),
    ...[
      '',
      '/deck',
      '/deck?as=presenter',
      '/deck?as=screen',
      '/report.json',
      '/report.csv',
      '/students',
      '/address',
      '/diagrams',
    ].map(path => `/api/lessons/${code}${path}`),
    '/',
    '/metrics',
    '/deck.md',
  ]

  try {
    const shown = new Set<string>()
    for (const [index, { command, by, shows = [] }] of WALK.entries()) {
      for (const canary of shows) shown.add(`canary-${canary}`)
      const client = by === undefined ? presenter : { student, other }[by]
      const said = typeof command === 'function' ? command(other.view.you?.id ?? '') : command
      if (said) expect(await client.send(said)).toMatchObject({ ok: true })
      // What was told before it is there by then; messages come to students once a second.
      const on = index % 2 === 0
      await presenter.send({ type: 'blank', on })
      await student.until(({ position }) => position?.blank === on)
      if (shows.includes('message')) await student.until(({ inbox }) => inbox?.messages?.length === 1)
      const bodies = await Promise.all(paths.map(path => everything(amphi.origin + path)))
      const received = [...student.bytes, ...bodies].join('\n')
      const found = new Set(received.match(/canary-[a-z]+(-[a-z]+)*/g))
      expect([...found].filter(canary => !shown.has(canary))).toEqual([])
      expect([...shown].filter(canary => !found.has(canary))).toEqual([])
      expect(received).not.toMatch(OTHERS)
      expect(received).not.toContain(other.view.you?.id ?? 'nobody')
      for (const secret of [key, new URL(screen).hash.slice('#key='.length)]) expect(received).not.toContain(secret)
    }
  } finally {
    presenter.close()
    student.close()
    other.close()
    await amphi.kill()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Like the presenter page; returns the diagram's name. */
async function draw(origin: string, code: string, key: string): Promise<string> {
  const url = `${origin}/api/lessons/${code}/diagrams`
  const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'image/svg+xml' }
  const [name = ''] = Object.keys(await (await fetch(url, { headers })).json())
  await fetch(`${url}/${name}`, { method: 'POST', headers, body: DRAWN })
  return name
}

/** Headers and body that an anonymous student gets, without the requested path, which the student knows anyway. */
async function everything(url: string): Promise<string> {
  const response = await fetch(url)
  return JSON.stringify([...response.headers]) + (await response.text())
}
