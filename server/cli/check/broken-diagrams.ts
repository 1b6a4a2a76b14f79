/** Finds Mermaid diagrams that cannot be drawn, with Mermaid's own parsers and no browser. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import type { Deck } from '../../deck/deck.ts'
import { proseOf } from '../../deck/hints/prose.ts'
import { type Mistake, warning } from '../../deck/mistake.ts'

interface Parser {
  parse: (text: string) => Promise<unknown>
}

/**
 * One warning per broken diagram, on the line that Mermaid names.
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
 * Runs the script that sites load in a context of its own. Without a browser's window DOMPurify is a bare function, so
 * the context stubs its methods: the text is only parsed here and never displayed.
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

/** `line` is 1-based within the source; 0 when Mermaid names none. */
async function mistakeIn(source: string, parser: Parser): Promise<{ line: number; message: string } | undefined> {
  try {
    await parser.parse(source)
    return undefined
  } catch (cause) {
    const error = String((cause as { message?: unknown } | undefined)?.message ?? cause)
    const line = Number(/error on line (\d+)/i.exec(error)?.[1] ?? 0)
    // Mermaid does not count its front matter, and reports an unexpected end one line past the last.
    const before = /^---[ \t]*\n.*?\n---[ \t]*\n/s.exec(source)?.[0].split('\n').length ?? 1
    const last = source.split('\n').length
    return { line: line && Math.min(line + before - 1, last), message: shortened(error) }
  }
}

function shortened(error: string): string {
  const [, token] = /got '([^']*)'\s*$/.exec(error) ?? []
  const excerpt = error
    .split('\n')[1]
    ?.replace(/^\.{3}/, '')
    .trim()
  if (token === 'EOF' || token === 'NEWLINE') return `something is missing at the end of "${excerpt}"`
  if (token) return `there is something wrong in "${excerpt}"`
  if (/No diagram type/.test(error)) return 'Mermaid knows no kind of diagram of that name'
  return error.split('\n')[0]?.slice(0, 120) ?? ''
}
