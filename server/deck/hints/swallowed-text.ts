/** Text that reveal.js takes for something else: separators and notes in code, and dashes that begin no slide. */
import { type Mistake, warning } from '../mistake.ts'
import { SEPARATORS, type Separators } from '../source/split-slides.ts'
import type { Prose } from './prose.ts'

export function swallowedText({ lines, fences }: Prose, separators: Separators, first: number): Mistake[] {
  const text = lines.join('\n')
  const own = new RegExp(`${separators.separator}|${separators.verticalSeparator}`, 'gm')
  const notes = new RegExp(`(?:${separators.notesSeparator})|(?:${SEPARATORS.notesSeparator})`, 'gim')
  const starts = startsOf(lines)
  const inside = fences.flatMap(fence => {
    if (fence.end === undefined) {
      const message = 'the code that begins here has no end; write ``` on a line of its own below it'
      return [warning(fence.line, message)]
    }
    const [from = 0, to = 0] = [starts[fence.line], starts[fence.end - 1]]
    const code = text.slice(from - 1, to)
    const cuts = marks(code, own).map(({ at, written }) => [
      fence.line + at,
      `${written} ends the slide here, in the code`,
    ])
    const said = marks(text.slice(from, to), notes).map(({ at, written }) => [
      fence.line + 1 + at,
      `${written} makes notes of all that follows on this slide, though it stands in the code`,
    ])
    return [...cuts, ...said].map(([line, what]) =>
      warning(Number(line), `${what}; ${fence.info.startsWith('mermaid') ? IN_DIAGRAMS : INSTEAD}`),
    )
  })
  return [...inside, ...dashesWithSpace(lines, fences, separators, first)]
}

const IN_DIAGRAMS = 'write accTitle: in the diagram for its title, and %%{init: …}%% for its settings'
const INSTEAD = 'write a space before it, or the code as <pre><code> with &#45; for its first -'

const startsOf = (lines: string[]): number[] => {
  let at = 0
  return lines.map(line => {
    const start = at
    at += line.length + 1
    return start
  })
}

/** What a pattern finds, and how many lines below the beginning of the text. */
function marks(text: string, pattern: RegExp): { at: number; written: string }[] {
  return [...text.matchAll(pattern)].flatMap(({ 0: written, index }) => {
    if (written === '') return []
    const lead = /^\s*/.exec(written)?.[0] ?? ''
    return [{ at: text.slice(0, index + lead.length).split('\n').length - 1, written: written.trim() }]
  })
}

/** Dashes with white space behind them are a line across the slide, or make a heading of the text above. */
function dashesWithSpace(lines: string[], fences: Prose['fences'], separators: Separators, first: number): Mistake[] {
  const usual = separators.separator === SEPARATORS.separator
  const inCode = (line: number) => fences.some(fence => line >= fence.line && line <= (fence.end ?? lines.length))
  return lines.flatMap((line, index) => {
    if (!usual || index + 1 < first || !/^-{3,4}[ \t]+$/.test(line) || inCode(index + 1)) return []
    return [warning(index + 1, 'there is a space behind the dashes, so that no slide begins here; take it away')]
  })
}
