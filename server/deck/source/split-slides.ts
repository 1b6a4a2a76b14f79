/** A deck's text cut into slides, by the rules of reveal.js' Markdown plugin, once, as reveal-md asks it to. */
import { DeckError, error } from '../mistake.ts'

/** One slide's own text. */
export interface SlideText {
  /** Line of the file on which `text` begins, from 1. */
  line: number
  text: string
  /** Markdown of the speaker notes. */
  notes?: string
}

export interface Separators {
  separator: string
  verticalSeparator: string
  notesSeparator: string
}

/** reveal-md's defaults; the notes' one is reveal.js' own. */
export const SEPARATORS: Separators = {
  separator: '\\r?\\n---\\r?\\n',
  verticalSeparator: '\\r?\\n----\\r?\\n',
  notesSeparator: '^notes?:',
}

/**
 * Columns of slides (`[h][v]`). Throws a `DeckError` for a separator that is no regular expression; `lineOf` gives the
 * line where its key is written.
 */
export function splitSlides(body: string, line: number, separators: Separators, lineOf: (key: string) => number) {
  const patterns = compile(separators, lineOf)
  const columns: SlideText[][] = []
  let wasHorizontal = true
  for (const { isHorizontal, ...piece } of pieces(body, line, patterns, lineOf)) {
    const source = withoutNotes(piece, patterns)
    if (wasHorizontal) columns.push([source])
    else columns.at(-1)?.push(source)
    wasHorizontal = isHorizontal ?? true
  }
  return columns
}

/** The text between separators; `isHorizontal` tells of the separator after it, and is absent at the end. */
function* pieces(body: string, first: number, { either, horizontal }: Patterns, lineOf: (key: string) => number) {
  let line = first
  let start = 0
  for (const match of body.matchAll(either)) {
    if (match[0] === '') {
      throw new DeckError([
        error(
          lineOf('separator'),
          'a separator matches the empty text; write one that matches a line, such as <!--s-->',
        ),
      ])
    }
    const end = match.index + match[0].length
    yield { line, text: body.slice(start, match.index), isHorizontal: horizontal.test(match[0]) }
    line += lineBreaks(body.slice(start, end))
    start = end
  }
  yield { line, text: body.slice(start) }
}

type Patterns = ReturnType<typeof compile>

function compile(separators: Separators, lineOf: (key: string) => number) {
  for (const key of ['separator', 'verticalSeparator', 'notesSeparator'] as const) {
    try {
      new RegExp(separators[key], 'mg')
    } catch {
      throw new DeckError([
        error(
          lineOf(key),
          `${key} is not a regular expression: ${separators[key]}; put a \\ before each of ( ) [ ] * + ? that stands for itself`,
        ),
      ])
    }
  }
  const { separator, verticalSeparator, notesSeparator } = separators
  return {
    either: new RegExp(`${separator}|${verticalSeparator}`, 'mg'),
    horizontal: new RegExp(separator),
    notes: new RegExp(`(?:${notesSeparator})|(?:${SEPARATORS.notesSeparator})`, 'mi'),
  }
}

/** All text after the first mark is notes: reveal.js would show them on a slide with two marks, and students must not see them. */
function withoutNotes(source: SlideText, { notes }: Patterns): SlideText {
  const match = notes.exec(source.text)
  if (!match) return source
  return {
    ...source,
    text: source.text.slice(0, match.index),
    notes: source.text.slice(match.index + match[0].length).trim(),
  }
}

export const lineBreaks = (text: string) => text.match(/\r\n|\n|\r/g)?.length ?? 0
