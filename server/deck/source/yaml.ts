/** A deck's YAML, read so that it can neither break nor bloat what it goes into. */
import { isAlias, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'
import { DeckError, error } from '../mistake.ts'

/**
 * A YAML text that is a mapping, as plain JSON values, and the line of the deck's file on which each of its keys stands.
 * @param written begins on the second line of that file
 * @throws {DeckError} for YAML that is broken, is no mapping, or is built to do harm
 */
export function readMapping(written: string) {
  const yaml = indented(written)
  const counter = new LineCounter()
  const document = (() => {
    try {
      return parseDocument(yaml, { lineCounter: counter, logLevel: 'silent' })
    } catch {
      throw new DeckError([error(1, 'the front matter cannot be read; write one "key: value" a line')])
    }
  })()
  if (document.errors.length > 0) {
    throw new DeckError(
      document.errors.map(({ message, linePos }) =>
        error(
          1 + (linePos?.[0].line ?? 0),
          `the front matter is not valid YAML: ${sentence(message)}; write "key: value", with quotes around values that hold : or #`,
        ),
      ),
    )
  }
  visit(document, (_, node) => {
    if (!isAlias(node) || node.resolve(document)) return
    const line = 1 + counter.linePos(node.range?.[0] ?? 0).line
    const message = `*${node.source} means something else in YAML; put quotes around a value that begins with *`
    throw new DeckError([error(line, message)])
  })
  const value = (() => {
    try {
      return plain(document.toJS({ maxAliasCount: 50 }) ?? {})
    } catch {
      const message = 'the front matter is nested too deeply or repeats itself through aliases; write the values out'
      throw new DeckError([error(1, message)])
    }
  })()
  if (!isMapping(value)) {
    throw new DeckError([
      error(
        2,
        'the front matter is not a list of keys; write one "key: value" a line, or take the --- above away where the first slide begins',
      ),
    ])
  }
  const lineOf = (key: string) => {
    const pair = isMap(document.contents)
      ? document.contents.items.find(item => isScalar(item.key) && item.key.value === key)
      : undefined
    const offset = isScalar(pair?.key) ? pair.key.range?.[0] : undefined
    return offset === undefined ? 1 : 1 + counter.linePos(offset).line
  }
  if (poisoned(value)) {
    throw new DeckError([error(lineOf('__proto__'), 'the key __proto__ is not allowed; remove it')])
  }
  return { value, lineOf }
}

/**
 * The parser that reveal-md reads with lets a quoted text go on at the margin, where YAML wants it indented. How far
 * makes no difference to the text.
 */
const indented = (yaml: string) =>
  yaml.replace(QUOTED, (all: string, indent: string) => all.replace(/\n[ \t]*(?=\S)/g, `\n${indent} `))

const QUOTED = /^([ \t]*)[^\s#"'][^\n:"']*:[ \t]+(?:"(?:\\.|[^"\\])*"|'(?:''|[^'])*')/gms

export const isMapping = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const sentence = (message: string) => message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? ''

function poisoned(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(poisoned)
}

/** JSON values only, and no structure that holds itself. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
