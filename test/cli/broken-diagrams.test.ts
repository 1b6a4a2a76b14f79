/** `amphi check` finds diagrams that Mermaid cannot read, without a browser. */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brokenDiagrams } from '../../server/cli/check/broken-diagrams.ts'
import { parse } from '../../server/deck/parse.ts'

const ROOT = join(import.meta.dirname, '../..')
const fence = (source: string) => `\`\`\`mermaid\n${source}\n\`\`\``

test('a broken diagram is reported with its line; valid ones of each kind are not', async () => {
  const right = [
    'flowchart LR\n  A["one (1)"] --> B{two}',
    'sequenceDiagram\n  Alice->>Bob: hi',
    'classDiagram\n  class Animal\n  Animal <|-- Duck',
    'stateDiagram-v2\n  [*] --> Still',
    'erDiagram\n  A ||--o{ B : has',
    'gantt\n  title A\n  section S\n  a :a1, 2014-01-01, 30d',
    'pie title X\n  "a" : 3',
    'mindmap\n  root\n    a',
    'gitGraph\n  commit',
  ]
  const wrong = [
    'flowchart LR\n  A[one] --> B[two(2)]\n  C --> D',
    'flowchrt LR\n  A --> B',
    'flowchart LR\n  A -->',
    'pie\n  "a" 3',
  ]
  const text = ['# A', ...right.map(fence), ...wrong.map(fence)].join('\n\n---\n\n')
  const found = await brokenDiagrams(parse(text, { assets: '/', seed: '' }), text, ROOT)
  const lines = text.split('\n')
  expect(found.map(({ line, message }) => [lines[line - 1], message.split(';')[0]])).toEqual([
    ['  A[one] --> B[two(2)]', expect.stringContaining('there is something wrong in "')],
    ['```mermaid', 'the diagram cannot be drawn: Mermaid knows no kind of diagram of that name'],
    ['  A -->', expect.stringContaining('something is missing at the end of')],
    ['  "a" 3', expect.stringContaining('Expecting token')],
  ])
})

test('a deck without diagrams loads no Mermaid', async () => {
  expect(await brokenDiagrams(parse('# A', { assets: '/', seed: '' }), '# A', '/nowhere')).toEqual([])
})
