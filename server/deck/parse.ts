/** A deck's text to a deck: the one list of what is done to it, in order. No disk. */
import type { Element, ElementContent } from 'hast'
import { type Assets, assets, named, parallax } from './assets.ts'
import { attributes, sectionAttributes } from './attributes.ts'
import { code } from './code.ts'
import {
  type Deck,
  DeckError,
  error,
  feedbackOf,
  type Mistake,
  type Question,
  type Sheet,
  type Slide,
  warning,
} from './deck.ts'
import { diagrams } from './diagrams.ts'
import { create, elements, get, heading, nodes, text, html as toHtml } from './element.ts'
import { count, front, type Settings } from './front.ts'
import { type Renderer, renderer, tree } from './markdown.ts'
import { maths } from './maths.ts'
import { notes } from './notes.ts'
import { question } from './question.ts'
import { safe } from './safe.ts'
import { remoteScripts, withScripts } from './scripts.ts'
import { budgets, segment } from './segment.ts'
import { hash } from './slug.ts'
import { SEPARATORS, type Source, split } from './split.ts'
import { steps } from './steps.ts'
import { type Typesetter, typesetter } from './tex.ts'
import { HIGHLIGHT_THEME, highlightTheme, REVEAL_THEME, revealTheme } from './themes.ts'

export interface ParseOptions {
  /** What stands before the address of every file of the deck, such as `/482913/assets/`. */
  assets: string
  /** Decides the order of the choices under `data-shuffle`. */
  seed: string
  /** Name of the deck file, for a deck without a title. */
  file?: string
  /** From the command line; they win over front matter. */
  flags?: Settings
  /** From `reveal-md.json` and `reveal.json`; front matter wins over them. */
  defaults?: Defaults
  /** The deck's own sheets. */
  css?: Sheet[]
  /** Text of the deck's own scripts; undefined when no script of the deck may run. */
  scripts?: string[]
}

export interface Defaults {
  settings: Settings
  /** reveal.js configuration. */
  options: Record<string, unknown>
}

/** Many more than a class can see. */
const MAX_SLIDES = 5_000

/** Throws a `DeckError` when nothing of the deck can be presented. */
export function parse(text: string, options: ParseOptions): Deck {
  const { body, line, mistakes, ...own } = front(text)
  const lineOf = (key: string) => (Object.hasOwn(options.flags ?? {}, key) ? 1 : own.lineOf(key))
  const chosen = { ...SEPARATORS, ...options.defaults?.settings, ...own.settings, ...options.flags }
  const reveal = { ...options.defaults?.options, ...own.options }
  const { columns: sources, mistakes: repeated } = split(body, line, chosen, lineOf)
  if (sources.flat().length > MAX_SLIDES) {
    const message = `the deck has ${sources.flat().length} slides, more than ${MAX_SLIDES}; split it into several decks`
    throw new DeckError([error(line, message)])
  }
  const { columns, formulas, mistakes: made } = slides(sources, renderer(reveal.markdown), typesetter(reveal), options)
  if (sources.flat().every(({ text, notes }) => text.trim() === '' && !notes) || columns.length === 0) {
    throw new DeckError([error(line, 'the deck is empty; write a first slide, such as "# My class"')])
  }
  const sky = parallax(reveal, options.assets)
  const ownTheme = options.css?.some(({ path }) => path === chosen.theme?.replace(/^\.?\//, '')) ?? false
  const theme = ownTheme ? { name: '', mistakes: [] } : known(chosen.theme, REVEAL_THEME, revealTheme, 'theme', lineOf)
  const highlight = known(chosen.highlightTheme, HIGHLIGHT_THEME, highlightTheme, 'highlightTheme', lineOf)
  return {
    version: hash(JSON.stringify([text, options.flags, options.defaults, options.css, options.scripts])),
    title: chosen.title || opening(columns) || nameOf(options.file) || 'Slides',
    lang: chosen.lang ?? '',
    theme: theme.name,
    highlightTheme: highlight.name,
    options: sky.options,
    ...(formulas && { maths: formulas }),
    css: options.css ?? [],
    scripts: options.scripts ?? [],
    slides: columns.map(column => column.map(slide => behind(slide, sky.file))),
    mistakes: [mistakes, repeated, theme.mistakes, highlight.mistakes, made].flat().sort((a, b) => a.line - b.line),
  }
}

/** A slide in front of a picture that all slides share. */
const behind = (slide: Slide, file: string | undefined): Slide =>
  file === undefined ? slide : { ...slide, assets: slide.assets.map(list => [...list, file]) }

function slides(sources: Source[][], marked: Renderer, tex: Typesetter, options: ParseOptions) {
  const mistakes: Mistake[] = []
  const taken = new Map<string, number>()
  const used = new Map<string, number>()
  let formulas: true | undefined
  const one = (source: Source): Slide[] => {
    const { slide, typeset, mistakes: own } = guarded(source, marked, tex, options, taken)
    // reveal.js takes hidden slides away before it numbers the others.
    if (slide.attributes['data-visibility'] === 'hidden') return []
    mistakes.push(...own)
    if (typeset) formulas = true
    if (slide.question) taken.set(slide.question.id, slide.line)
    return [{ ...slide, id: unused(slide.id, used) }]
  }
  const columns = sources.map(column => column.flatMap(one)).filter(column => column.length > 0)
  mistakes.push(...budgets(columns.flat()))
  return { columns, formulas, mistakes }
}

/** Twins are told apart by a number: `intro`, `intro-2`, … */
function unused(id: string, used: Map<string, number>): string {
  const number = (used.get(id) ?? 0) + 1
  used.set(id, number)
  return number === 1 ? id : unused(`${id}-${number}`, used)
}

/** Text that is nested thousands deep exhausts the stack: a mistake in the deck, not in the program. */
function guarded(...given: Parameters<typeof parseSlide>) {
  try {
    return parseSlide(...given)
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new DeckError([error(firstLine(given[0]), 'the slide is nested too deeply to be shown; write it flatter')])
  }
}

/** One slide through all passes. */
function parseSlide(
  source: Source,
  marked: Renderer,
  tex: Typesetter,
  options: ParseOptions,
  taken: ReadonlyMap<string, number>,
) {
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
  const asked = question(section, {
    lineOf: place,
    lineOfAttribute: lineOfMark,
    seed: options.seed,
    taken,
  })
  const html = steps(section)
  const own = sectionAttributes(section)
  const outside = Object.values(own).join('\n')
  const slide: Slide = {
    id: name || identity(html[0] ?? '', outside, asked.question, options.assets),
    line,
    title,
    attributes: own,
    html,
    assets: html.map(shown => named(`${shown}\n${outside}`, options.assets, files.assets)),
    ...(active && !asked.question && { frame: framed(active, options, tex) }),
    ...(spoken && { notes: spoken }),
    ...some('notesAssets', named(spoken ?? '', options.assets, files.assets)),
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
  return toHtml(section.children)
}

function withAssets(question: Question, prefix: string, found: Assets): Question {
  const later = [question.explanation, ...feedbackOf(question)].join('\n')
  return { ...question, ...some('assets', named(later, prefix, found)) }
}

const some = <Key extends string>(key: Key, list: string[]) =>
  (list.length > 0 ? { [key]: list } : {}) as { [key in Key]?: string[] }

function known(
  wanted: string | undefined,
  fallback: string,
  find: (name: string) => string | undefined,
  key: string,
  lineOf: (key: string) => number,
) {
  if (wanted === undefined || find(wanted)) return { name: wanted ?? fallback, mistakes: [] }
  const message = `there is no ${key} "${wanted}", so "${fallback}" is shown; write the name of one that is installed`
  return { name: fallback, mistakes: [warning(lineOf(key), message)] }
}

/** The heading that the first slide opens with. Later headings are not for everyone yet, and the title is. */
function opening(columns: Slide[][]): string {
  const root = create('section', {}, nodes(columns[0]?.[0]?.html[0] ?? ''))
  return headingOf(root)
}

const titleOf = (section: Element) => headingOf(section) || shortened(text(section.children))

const headingOf = (section: Element) =>
  [...elements(section)]
    .filter(heading)
    .map(({ children }) => text(children))
    .find(Boolean) ?? ''

const shortened = (words: string) => (words.length > LONGEST ? `${[...words].slice(0, LONGEST).join('')}…` : words)

const LONGEST = 60

const nameOf = (file: string | undefined) => file?.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')

const firstLine = ({ line, text }: Source) => line + count(/^\s*(?=\S)/.exec(text)?.[0] ?? '')

function lineOfAttribute({ line, text }: Source, name: string) {
  const found = new RegExp(`${name}(?![\\w-])`).exec(text)
  return found ? line + count(text.slice(0, found.index)) : undefined
}
