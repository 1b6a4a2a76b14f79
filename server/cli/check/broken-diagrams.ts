/** Mermaid diagrams that cannot be drawn, found by Mermaid's own parsers without a browser. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { type Deck, type Mistake, warning } from '../../deck/deck.ts'
import { proseOf } from '../../deck/hints/prose.ts'

interface Parser {
  parse: (text: string) => Promise<unknown>
}

/**
 * A warning for each, on the line that Mermaid names.
 * @param text of the deck's file
 * @param root folder of Amphi's package.json
 */
export async function brokenDiagrams(deck: Deck, text: string, root: string): Promise<Mistake[]> {
  const drawn = deck.slides
    .flat()
    .flatMap(slide => Object.values(slide.diagrams ?? {}).map(source => ({ source, slide: slide.line })))
    .filter(({ source }) => source !== '')
  const parser = drawn.length > 0 ? mermaid(root) : undefined
  if (!parser) return []
  const { fences } = proseOf(text, 1)
  const found: Mistake[] = []
  for (const { source, slide } of drawn) {
    const wrong = await mistakeIn(source, parser)
    if (!wrong) continue
    const fence = fences.find(({ line, lines }) => line >= slide && lines.join('\n').trim() === source)
    const message = `the diagram cannot be drawn: ${wrong.message}; correct it, or try it out on mermaid.live`
    found.push(warning(fence ? fence.line + wrong.line : slide, message))
  }
  return found
}

/**
 * The script that sites load, in a context of its own. Its DOMPurify, a function without a browser's window, gets from there
 * what it lacks: what a diagram says is parsed, and shown to nobody.
 */
function mermaid(root: string): Parser | undefined {
  const file = ['node_modules/mermaid/dist/mermaid.min.js', 'dist/pages/site/mermaid.js']
    .map(path => join(root, path))
    .find(path => existsSync(path))
  if (!file) return undefined
  const silent = Object.fromEntries(['log', 'info', 'debug', 'warn', 'error', 'trace'].map(name => [name, () => {}]))
  const context = createContext({
    console: silent,
    structuredClone,
    setTimeout,
    clearTimeout,
    URL,
    TextEncoder,
    TextDecoder,
  })
  runInContext('Object.assign(Function.prototype, { addHook() {}, removeHook() {}, sanitize: String })', context)
  runInContext(readFileSync(file, 'utf8'), context)
  return runInContext('mermaid', context)
}

/** Its line counts from 1 at the first of the source; 0 where Mermaid names none. */
async function mistakeIn(source: string, parser: Parser): Promise<{ line: number; message: string } | undefined> {
  try {
    await parser.parse(source)
    return undefined
  } catch (cause) {
    const said = String((cause as { message?: unknown } | undefined)?.message ?? cause)
    const line = Number(/error on line (\d+)/i.exec(said)?.[1] ?? 0)
    // It counts without its front matter, and an end that comes too early one line below the last.
    const before = /^---[ \t]*\n.*?\n---[ \t]*\n/s.exec(source)?.[0].split('\n').length ?? 1
    const last = source.split('\n').length
    return { line: line && Math.min(line + before - 1, last), message: shortened(said) }
  }
}

function shortened(said: string): string {
  const [, sign] = /got '([^']*)'\s*$/.exec(said) ?? []
  const shown = said
    .split('\n')[1]
    ?.replace(/^\.{3}/, '')
    .trim()
  if (sign === 'EOF' || sign === 'NEWLINE') return `something is missing at the end of "${shown}"`
  if (sign) return `there is something wrong in "${shown}"`
  if (/No diagram type/.test(said)) return 'Mermaid knows no kind of diagram of that name'
  return said.split('\n')[0]?.slice(0, 120) ?? ''
}
