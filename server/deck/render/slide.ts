/** One slide's Markdown to a slide: the one list of what is done to it, in order. */
import type { Element, ElementContent } from 'hast'
import { DeckError, error, feedbackOf, type Question } from '../deck.ts'
import { question } from '../questions/question.ts'
import { hash } from '../slug.ts'
import { lineBreaks, type Source } from '../source/split.ts'
import { attributes, sectionAttributes } from './comment-attributes.ts'
import { elements, get, heading, text, html as toHtml } from './element.ts'
import { sections } from './inner-sections.ts'
import { type Renderer, tree } from './markdown.ts'
import { type Assets, assets, encoded, type Files, named, unversioned } from './passes/assets.ts'
import { auto } from './passes/auto-slide.ts'
import { diagrams } from './passes/code/diagrams.ts'
import { code } from './passes/code/highlight.ts'
import { steps } from './passes/fragments.ts'
import { maths } from './passes/maths/formulas.ts'
import type { Typesetter } from './passes/maths/typesetter.ts'
import { notes } from './passes/notes.ts'
import { safe } from './passes/sanitize.ts'
import { remoteScripts, withScripts } from './passes/scripts.ts'
import { segment } from './passes/segment.ts'
import type { Unnumbered } from './slide-number.ts'

/** What all slides of a deck are made with. */
export interface Tools {
  marked: Renderer
  tex: Typesetter
  /** What stands before the address of every file of the deck. */
  addresses: string
  /** Decides the order of what is shuffled, and names that tell nothing. */
  seed: string
  /** Text of the deck's own scripts; undefined when no script of the deck may run. */
  scripts: string[] | undefined
  files: Files
  /** The deck's, BCP 47 or ''. */
  lang: string
  /** reveal.js' option of that name. */
  autoSlide: unknown
}

export interface Place {
  /** Whether it is in no vertical stack. */
  alone: boolean
  /** Id → line of the questions before it. */
  taken: ReadonlyMap<string, number>
}

/**
 * One slide, or those that its `<section>`s are.
 * @throws {DeckError} for text that is nested so deeply that it exhausts the stack: a mistake in the deck, not in the program
 */
export function* parseSlide(source: Source, tools: Tools, { alone, taken }: Place) {
  try {
    const { section, lineOf } = tree(source, tools.marked)
    attributes(section)
    for (const part of sections(section, alone)) {
      const line = part === section ? firstLine(source) : lineOf(part)
      const lineOfMark = (attribute: string) => lineOfAttribute(source, attribute, line) ?? line
      yield through(part, { line, lineOf, lineOfMark }, tools, taken)
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new DeckError([error(firstLine(source), 'the slide is nested too deeply to be shown; write it flatter')])
  }
}

/** Where a slide and what is in it were written. */
interface Lines {
  line: number
  lineOf: (node: ElementContent | undefined) => number
  lineOfMark: (attribute: string) => number
}

/** One slide through all passes. */
function through(
  section: Element,
  { line, lineOf, lineOfMark }: Lines,
  { tex, addresses, seed, scripts, files, lang, autoSlide }: Tools,
  taken: Place['taken'],
) {
  const place = (node: ElementContent | undefined) => (node ? lineOf(node) : line)
  const drawings = diagrams(section, seed)
  code(section)
  const active = scripts && withScripts(section)
  const unsafe = active ? remoteScripts(active, place) : []
  unsafe.push(...safe(section, place).filter(({ message }) => !active || !message.startsWith('<script>')))
  const beside = assets(section, files, place)
  const formulas = maths(section, tex, place)
  const spoken = notes(section)
  const title = titleOf(section)
  const name = get(section, 'id') || get(section, 'data-id')
  const part = segment(section, lineOfMark)
  const asks = get(section, 'data-qcm') !== undefined
  const asked = question(section, {
    lineOf: place,
    lineOfAttribute: lineOfMark,
    seed,
    lang,
    taken,
  })
  const html = steps(section)
  const waits = auto(section, html.length - 1, autoSlide)
  const own = sectionAttributes(section)
  const outside = Object.values(own).join('\n')
  const slide: Unnumbered = {
    id: name || identity(html[0] ?? '', outside, asked.question, addresses),
    line,
    title,
    attributes: own,
    html,
    assets: html.map(shown => named(`${shown}\n${encoded(outside)}`, addresses, beside.assets)),
    ...(active && !asks && { frame: framed(active, files, tex) }),
    ...(spoken && { notes: spoken }),
    ...some('notesAssets', named(spoken ?? '', addresses, beside.assets)),
    ...(waits && { auto: waits }),
    ...(part.segment && { segment: part.segment }),
    ...(asked.question && { question: withAssets(asked.question, addresses, beside.assets) }),
    ...(Object.keys(drawings).length > 0 && { diagrams: drawings }),
  }
  const mistakes = [...unsafe, ...beside.mistakes, ...formulas.mistakes, ...part.mistakes, ...asked.mistakes]
  return { slide, typeset: formulas.used, mistakes }
}

/**
 * A slide's id when the author gave none. Students get it, so it is made of what the slide shows at once: from a hash
 * of the Markdown one could try out which choice is right, or guess at what a later step says.
 */
function identity(html: string, attributes: string, question: Question | undefined, prefix: string) {
  const shown = question ? question.id : html
  return hash(unversioned(`${shown}\n${attributes}`.replaceAll(prefix, '')))
}

function framed(section: Element, files: Files, tex: Typesetter): string {
  const nowhere = () => 1
  assets(section, files, nowhere)
  maths(section, tex, nowhere)
  notes(section)
  // Numbers the fragments.
  steps(section)
  return toHtml(section.children)
}

function withAssets(question: Question, prefix: string, found: Assets): Question {
  const later = [question.explanation, ...feedbackOf(question)].join('\n')
  return { ...question, ...some('assets', named(later, prefix, found)) }
}

const some = <Key extends string>(key: Key, list: string[]) =>
  (list.length > 0 ? { [key]: list } : {}) as { [key in Key]?: string[] }

const titleOf = (section: Element) => headingOf(section) || shortened(text(section.children))

export const headingOf = (section: Element) =>
  elements(section)
    .filter(heading)
    .map(({ children }) => text(children))
    .find(Boolean) ?? ''

const shortened = (words: string) => (words.length > LONGEST ? `${[...words].slice(0, LONGEST).join('')}…` : words)

const LONGEST = 60

const firstLine = ({ line, text }: Source) => line + lineBreaks(/^\s*(?=\S)/.exec(text)?.[0] ?? '')

/** The first line, not before `from`, on which the attribute is written. */
function lineOfAttribute({ line, text }: Source, name: string, from: number) {
  const mark = new RegExp(`${name}(?![\\w-])`)
  const found = text.split(/\r\n|\r|\n/).findIndex((row, index) => line + index >= from && mark.test(row))
  return found < 0 ? undefined : line + found
}
