/** One slide's Markdown to a slide: the one list of what is done to it, in order. */
import type { Element, ElementContent } from 'hast'
import { type Assets, assets, named } from './assets.ts'
import { attributes, sectionAttributes } from './attributes.ts'
import { auto } from './auto.ts'
import { code } from './code.ts'
import { DeckError, error, feedbackOf, type Question, type Slide } from './deck.ts'
import { diagrams } from './diagrams.ts'
import { elements, get, heading, text, html as toHtml } from './element.ts'
import { count } from './front.ts'
import { type Renderer, tree } from './markdown.ts'
import { maths } from './maths.ts'
import { notes } from './notes.ts'
import type { ParseOptions } from './parse.ts'
import { question } from './question.ts'
import { safe } from './safe.ts'
import { remoteScripts, withScripts } from './scripts.ts'
import { segment } from './segment.ts'
import { hash } from './slug.ts'
import type { Source } from './split.ts'
import { steps } from './steps.ts'
import type { Typesetter } from './tex.ts'

/** What all slides of a deck are made with. */
export interface Tools {
  marked: Renderer
  tex: Typesetter
  options: ParseOptions
  /** The deck's, BCP 47 or ''. */
  lang: string
  /** reveal.js' option of that name. */
  autoSlide: unknown
}

/**
 * @param taken id → line of the questions before this slide
 * @throws {DeckError} for text that is nested so deeply that it exhausts the stack: a mistake in the deck, not in the program
 */
export function parseSlide(source: Source, tools: Tools, taken: ReadonlyMap<string, number>) {
  try {
    return through(source, tools, taken)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new DeckError([error(firstLine(source), 'the slide is nested too deeply to be shown; write it flatter')])
  }
}

/** One slide through all passes. */
function through(source: Source, { marked, tex, options, lang, autoSlide }: Tools, taken: ReadonlyMap<string, number>) {
  const line = firstLine(source)
  const { section, lineOf } = tree(source, marked)
  const place = (node: ElementContent | undefined) => (node ? lineOf(node) : line)
  attributes(section)
  const drawings = diagrams(section, options.seed)
  code(section)
  const active = options.scripts && withScripts(section)
  const unsafe = active ? remoteScripts(active, place) : []
  unsafe.push(...safe(section, place).filter(({ message }) => !active || !message.startsWith('<script>')))
  const files = assets(section, options.assets, place)
  const formulas = maths(section, tex, place)
  const spoken = notes(section)
  const title = titleOf(section)
  const name = get(section, 'id') || get(section, 'data-id')
  const lineOfMark = (attribute: string) => lineOfAttribute(source, attribute) ?? line
  const part = segment(section, lineOfMark)
  const asks = get(section, 'data-qcm') !== undefined
  const asked = question(section, {
    lineOf: place,
    lineOfAttribute: lineOfMark,
    seed: options.seed,
    lang,
    taken,
  })
  const html = steps(section)
  const waits = auto(section, html.length - 1, autoSlide)
  const own = sectionAttributes(section)
  const outside = Object.values(own).join('\n')
  const slide: Slide = {
    id: name || identity(html[0] ?? '', outside, asked.question, options.assets),
    line,
    title,
    attributes: own,
    html,
    assets: html.map(shown => named(`${shown}\n${outside}`, options.assets, files.assets)),
    ...(active && !asks && { frame: framed(active, options, tex) }),
    ...(spoken && { notes: spoken }),
    ...some('notesAssets', named(spoken ?? '', options.assets, files.assets)),
    ...(waits && { auto: waits }),
    ...(part.segment && { segment: part.segment }),
    ...(asked.question && { question: withAssets(asked.question, options.assets, files.assets) }),
    ...(Object.keys(drawings).length > 0 && { diagrams: drawings }),
  }
  const mistakes = [...unsafe, ...files.mistakes, ...formulas.mistakes, ...part.mistakes, ...asked.mistakes]
  return { slide, typeset: formulas.used, mistakes }
}

/**
 * A slide's id when the author gave none. Students get it, so it is made of what the slide shows at once: from a hash
 * of the Markdown one could try out which choice is right, or guess at what a later step says.
 */
function identity(html: string, attributes: string, question: Question | undefined, prefix: string) {
  const shown = question ? question.id : html
  return hash(`${shown}\n${attributes}`.replaceAll(prefix, ''))
}

function framed(section: Element, { assets: prefix }: ParseOptions, tex: Typesetter): string {
  const nowhere = () => 1
  assets(section, prefix, nowhere)
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

const firstLine = ({ line, text }: Source) => line + count(/^\s*(?=\S)/.exec(text)?.[0] ?? '')

function lineOfAttribute({ line, text }: Source, name: string) {
  const found = new RegExp(`${name}(?![\\w-])`).exec(text)
  return found ? line + count(text.slice(0, found.index)) : undefined
}
