/** A deck with a canary in every secret place, a student who records every byte, a presenter who reveals them one by one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Command } from '../../server/wire/messages.ts'
import { connect, startAmphi } from '../support/amphi.ts'
import { canariesIn, everything, pathsOf } from '../support/canary.ts'

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
`
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><desc>canary-inside</desc></svg>'
const DRAWN = '<svg xmlns="http://www.w3.org/2000/svg"><desc>canary-drawn</desc></svg>'

const poll = 'q'
/** What the presenter does, and which canaries a student may see from then on. */
const WALK: [Command | undefined, string[]][] = [
  [undefined, ['first']],
  [{ type: 'move', h: 0, v: 0, f: 0 }, ['file', 'inside']],
  [{ type: 'move', h: 0, v: 0, f: 1 }, ['second-step']],
  [{ type: 'move', h: 0, v: 0, f: 2 }, ['drawn']],
  [{ type: 'move', h: 1, v: 0, f: -1 }, ['question', 'wrong', 'right', 'attribute']],
  [{ type: 'open', poll }, []],
  [{ type: 'close', poll }, []],
  [{ type: 'results', poll, shown: true }, []],
  [{ type: 'solution', poll, shown: true }, ['explanation', 'feedback-own']],
  [{ type: 'move', h: 0, v: 0, f: -1 }, []],
  [{ type: 'move', h: 2, v: 0, f: -1 }, ['last']],
]

test('no byte that a student’s phone received contains anything not yet shown', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'amphi-canary-'))
  mkdirSync(join(folder, 'deck'))
  const deck = join(folder, 'deck', 'deck.md')
  writeFileSync(deck, DECK)
  writeFileSync(join(folder, 'deck', 'canary-file.svg'), SVG)
  const amphi = await startAmphi({ deck, data: join(folder, 'data') })
  const { code, key, screen } = amphi.facts
  const presenter = await connect(amphi.origin, code, 'presenter', key)
  const student = await connect(amphi.origin, code, 'student')
  const diagram = await draw(amphi.origin, code, key)
  const pictures = ['canary-file.svg', 'canary-file.svg?w=320', `diagrams/${diagram}.svg`]
  const paths = pathsOf(code, pictures)

  try {
    const shown = new Set<string>()
    for (const [command, canaries] of WALK) {
      for (const canary of canaries) shown.add(`canary-${canary}`)
      if (command) {
        const reply = await presenter.send(command)
        expect(reply).toMatchObject({ ok: true })
        if (reply.ok) await student.until(({ seq }) => (seq ?? 0) >= reply.seq)
      }
      if (command?.type === 'open') {
        expect(await student.send({ type: 'answer', poll, round: 1, value: [0] })).toMatchObject({ ok: true })
      }
      const received = [...student.bytes, await everything(amphi.origin, paths)].join('\n')
      const found = canariesIn(received)
      expect([...found].filter(canary => !shown.has(canary))).toEqual([])
      expect([...shown].filter(canary => !found.has(canary))).toEqual([])
      expect(received).not.toMatch(/"health"|"timeline"|"writing"|"factor"/)
      for (const secret of [key, new URL(screen).hash.slice('#key='.length)]) expect(received).not.toContain(secret)
    }
  } finally {
    presenter.close()
    student.close()
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
