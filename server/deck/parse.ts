/** A deck's text to a deck: front matter, separators, slides. No disk. */

import type { Deck, Sheet } from './deck.ts'
import { DeckError, error, warning } from './mistake.ts'
import { type Files, withParallax } from './render/addresses.ts'
import { create, parseHtml } from './render/element.ts'
import { createRenderer } from './render/markdown.ts'
import { createTypesetter } from './render/passes/maths/typesetter.ts'
import { headingOf } from './render/passes/title.ts'
import { type Unnumbered, withNumbers } from './render/slide-number.ts'
import { renderStacks } from './render/stacks.ts'
import { planMistakes } from './segments/plan-mistakes.ts'
import { hash } from './slug.ts'
import { type Configured, configured, parseFrontMatter } from './source/front-matter.ts'
import type { Layer, Settings } from './source/settings.ts'
import { splitSlides } from './source/split-slides.ts'
import { HIGHLIGHT_THEME, highlightTheme, REVEAL_THEME, revealTheme } from './source/themes.ts'

export interface ParseOptions extends SlideOptions {
  /** From the command line; they win over front matter. */
  flags?: Settings
  /** From `reveal-md.json` and `reveal.json`; front matter wins over them. */
  defaults?: Layer
}

export interface SlideOptions {
  /** What stands before the address of every file of the deck, such as `/482913/assets/`. */
  assets: string
  /** The deck's folder, as a path in the one that is served; that one itself unless said otherwise. */
  within?: string
  /** Whether addresses begin at the deck's own folder, as on a site of its own. */
  alone?: boolean
  /** Of a file, by its path in the folder that is served; undefined for one that is not there. */
  versionOf?: Files['versionOf']
  /** Decides the order of what is shuffled, and names that tell nothing; kept from pages. */
  seed: string
  /** Name of the deck file, for a deck without a title. */
  file?: string
  /** The deck's own sheets. */
  css?: Sheet[]
  /** Whether one of them is the theme. */
  ownTheme?: boolean
  /** Text of the deck's own scripts; undefined when no script of the deck may run. */
  scripts?: string[]
}

/** Throws a `DeckError` when nothing of the deck can be presented. */
export const parse = (text: string, { defaults, flags, ...options }: ParseOptions): Deck =>
  parseSlides(configured(parseFrontMatter(text), defaults, flags), options)

/** A deck whose front matter was read before. Throws a `DeckError` when nothing of it can be presented. */
export function parseSlides(deck: Configured, options: SlideOptions): Deck {
  const { settings, options: reveal, head, body, line, lineOf } = deck
  const sources = splitSlides(body, line, settings, lineOf)
  const files = trackedFiles(options)
  const { stacks, maths, mistakes } = renderStacks(sources, createRenderer(reveal.markdown), {
    tex: createTypesetter(reveal),
    files,
    seed: options.seed,
    lang: settings.lang ?? '',
    autoSlide: reveal.autoSlide,
    runScripts: options.scripts !== undefined,
  })
  if (sources.flat().every(({ text, notes }) => text.trim() === '' && !notes) || stacks.length === 0) {
    throw new DeckError([error(line, 'the deck is empty; write a first slide, such as "# My class"')])
  }
  const backdrop = withParallax(reveal, files)
  const theme = options.ownTheme
    ? { name: '', mistakes: [] }
    : installedTheme(settings.theme, REVEAL_THEME, revealTheme, 'theme', lineOf)
  const highlight = installedTheme(settings.highlightTheme, HIGHLIGHT_THEME, highlightTheme, 'highlightTheme', lineOf)
  const plan = planMistakes(stacks.flat(), deck.duration, lineOf('duration'))
  return {
    // With the seed, which pages do not know, so that it does not tell whether a guess at the text is right.
    version: hash(
      JSON.stringify([
        ...[options.seed, head, body, settings, reveal, options.css, options.scripts],
        ...files.versions(),
      ]),
    ),
    title: settings.title?.trim().replace(/\s+/g, ' ') || openingHeading(stacks) || nameOf(options.file) || 'Slides',
    lang: settings.lang ?? '',
    theme: theme.name,
    highlightTheme: highlight.name,
    options: backdrop.options,
    ...(maths && { maths }),
    ...(deck.identity && { identity: deck.identity }),
    ...(deck.ranking && { ranking: deck.ranking }),
    ...(deck.duration !== undefined && { duration: deck.duration }),
    ...(deck.inbox !== 'off' && { inbox: deck.inbox ?? 'moderated' }),
    pulse: deck.pulse ?? true,
    css: options.css ?? [],
    scripts: options.scripts ?? [],
    ...withNumbers(
      stacks.map(stack => stack.map(slide => behind(slide, backdrop.file))),
      backdrop.options,
    ),
    mistakes: [deck.mistakes, theme.mistakes, highlight.mistakes, mistakes, plan]
      .flat()
      .sort((a, b) => a.line - b.line),
  }
}

/** With the versions of all files that were asked for. */
function trackedFiles({ assets: prefix, within = '', alone = false, versionOf = () => undefined }: SlideOptions) {
  const known = new Map<string, string | undefined>()
  return {
    prefix,
    within,
    alone,
    versionOf(path: string) {
      if (!known.has(path)) known.set(path, versionOf(path))
      return known.get(path)
    },
    versions: () => [...known].flat(),
  }
}

/** A slide in front of a picture that all slides share. */
const behind = (slide: Unnumbered, file: string | undefined): Unnumbered =>
  file === undefined ? slide : { ...slide, assets: slide.assets.map(list => [...list, file]) }

function installedTheme(
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
function openingHeading(stacks: Unnumbered[][]): string {
  const root = create('section', {}, parseHtml(stacks[0]?.[0]?.html[0] ?? ''))
  return headingOf(root)
}

const nameOf = (file: string | undefined) => file?.replace(/^.*[\\/]/, '').replace(/\.\w+$/, '')
