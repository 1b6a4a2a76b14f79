/** Whatever stands in a hint, and wherever its task stands, it is in the hint and nowhere else of what is made of a deck. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deck } from '../../server/deck/deck.ts'
import { parse } from '../../server/deck/parse.ts'
import { options } from './one-slide.ts'

/** Each with a canary; what it makes of them is in the hint, but for what is shown nowhere. */
const SECRETS: ((canary: string) => string)[] = [
  canary => canary,
  canary => `# ${canary}`,
  canary => `\`${canary}\` and $${canary}$`,
  canary => `![${canary}](${canary}.png) [${canary}](#/${canary})`,
  canary => `\`\`\`js [1|2]\n// ${canary}\n// ${canary}\n\`\`\``,
  canary => `\`\`\`mermaid\ngraph ${canary}\n\`\`\``,
  canary => `- [ ] ${canary}\n  > ${canary}`,
  canary => `<div class="fragment" id="${canary}">${canary}</div>`,
  canary => `<script>"${canary}"</script>${canary}`,
  canary => `<aside class="notes">${canary}</aside>${canary}`,
  canary => `<style>.a { background: url(${canary}.png) }</style>`,
  canary => `| ${canary} |\n|---|\n| <iframe src="${canary}.html"></iframe> |`,
]

type Item = { box: ' ' | 'x' | ''; mark: string; loose: boolean; secrets: number[]; comment: string; items: Item[] }

const { list } = fc.letrec<{ list: Item[]; item: Item }>(tie => ({
  list: fc.oneof({ maxDepth: 3 }, fc.constant<Item[]>([]), fc.array(tie('item'), { minLength: 1, maxLength: 3 })),
  item: fc.record<Item>({
    box: fc.constantFrom(' ', ' ', 'x', ''),
    mark: fc.constantFrom('-', '*', '1.', '1)'),
    loose: fc.boolean(),
    secrets: fc.array(fc.nat(SECRETS.length - 1), { maxLength: 2 }),
    comment: fc.constantFrom('', '', ' <!-- .element: class="fragment" -->', ' <!-- .element: data-id="own" -->'),
    items: tie('list'),
  }),
}))

const indented = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by))

/** A list as Markdown; a quote stands under every item that is a task, or is in one. */
function written(items: Item[], next: () => string, inTask = false): string {
  return items
    .map(({ box, mark, loose, secrets, comment, items }, index) => {
      const isTask = inTask || box !== ''
      const quotes = (isTask ? secrets : []).map(secret => {
        const quote = (SECRETS[secret]?.(next()) ?? '').replace(/^/gm, '> ')
        return `${quote}\n${loose ? '<!-- .element: data-hint="1m" -->' : ''}`
      })
      const inner = [...quotes, written(items, next, isTask)].filter(Boolean).join('\n\n')
      const text = `${mark} ${box && `[${box}] `}item ${index}${comment}`
      return `${text}\n${loose ? '\n' : ''}${indented(inner, mark.length + 1)}\n`
    })
    .join('\n')
}

/** All that a deck holds beside its hints and what only the presenter is told. */
const shown = ({ mistakes: _, slides, ...deck }: Deck) =>
  JSON.stringify([
    deck,
    slides.flat().map(({ tasks, ...slide }) => [slide, tasks?.map(({ hints: _, ...task }) => task)]),
  ])

test('a hint is in no HTML, title, note, file list, diagram, frame, id or version of the deck', () => {
  const before = fc.constantFrom('', '# Title\n\n', 'text\n\n', '<div class="fragment">\n\n', '<script>1</script>\n\n')
  fc.assert(
    fc.property(fc.array(fc.tuple(before, list), { minLength: 1, maxLength: 3 }), slides => {
      let count = 0
      const next = () => `canary${++count}x`
      const text = slides.map(([head, items]) => head + written(items, next)).join('\n\n----\n\n')
      const deck = parse(`<!-- .slide: data-segment="workshop" -->\n${text}`, { ...options, scripts: [] })
      expect(shown(deck)).not.toContain('canary')
      const hints = deck.slides.flat().flatMap(({ tasks = [] }) => tasks.flatMap(({ hints }) => hints))
      expect(hints).toHaveLength(count)
      for (let number = 1; number <= count; number++) expect(JSON.stringify(hints)).toContain(`canary${number}x`)
      expect(JSON.stringify(hints)).not.toMatch(/<script|class=\\"notes|fragment/)
    }),
    { numRuns: process.env.CI ? 1_000 : 200 },
  )
})

test('an edited hint changes the version of the deck and nothing else of it', () => {
  const of = (hint: string) => parse(`<!-- .slide: data-segment="workshop" -->\n- [ ] a\n  > ${hint}`, options)
  const [one, other] = [of('one'), of('other')]
  expect(one.version).not.toBe(other.version)
  expect(shown({ ...one, version: '' })).toBe(shown({ ...other, version: '' }))
})
