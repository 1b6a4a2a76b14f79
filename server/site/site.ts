/** Writes a deck as a page of a static site. Its data is built up field by field and contains no notes. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Deck, filesOf, type Slide } from '../deck/deck.ts'
import { type Mistake, warning } from '../deck/mistake.ts'
import { DIAGRAM } from '../deck/render/addresses.ts'
import type { DeckPlace } from '../deck/source/disk.ts'
import type { RemotePictures } from '../pictures/remote-pictures.ts'
import type { DeckView, SlideView } from '../wire/deck-view.ts'
import { write, writeAssets, writeSheets, writeThemes } from './files.ts'
import { deckPage, description } from './page.ts'
import { withSolution } from './slide-with-solution.ts'

/** Prefix of the addresses of a deck's files; decks for a site are read with it. */
export const FILES = 'files/'

export interface SiteParts {
  /** The site's folder. */
  folder: string
  /** Folder of the built pages. */
  pages: string
  remote: RemotePictures
  /** Include right answers, explanations and feedback. */
  solutions: boolean
  /** reveal.js configuration that overrides the deck's. */
  options?: Record<string, unknown>
}

/**
 * @param deck read with the prefix `FILES`
 * @param from the folder whose files it may show, and the deck's place in it
 * @param names paths of its pages within the site, separated by `/`, all in one folder
 * @returns a warning for each slide with an unreachable remote picture
 */
export async function writeDeck(deck: Deck, from: DeckPlace, names: string[], parts: SiteParts): Promise<Mistake[]> {
  const { folder, pages, remote, solutions } = parts
  const place = dirname(names[0] ?? '')
  const files = join(folder, place, FILES)
  const base = `${place === '.' ? '' : '../'.repeat(place.split('/').length)}amphi/`
  const slides = deck.slides.flat()
  const diagrams: Record<string, string> = Object.assign({}, ...slides.map(slide => slide.diagrams))
  const drawn = Object.keys(diagrams).length > 0

  const themes = await writeThemes(deck, join(folder, 'amphi', 'themes'))
  const own = await writeSheets(deck, files, from)
  const { renamed, lost } = await writeAssets(named(deck, solutions), { ...from, to: files, remote })
  const scripts = drawn ? ['mermaid.js', 'site.js'] : ['site.js']
  for (const name of [...scripts, 'site.css']) {
    await write(join(folder, 'amphi', name), await readFile(join(pages, 'site', name)))
  }
  const page = deckPage({
    deck: view(deck, {
      slide: slide => slideView(slide, deck.lang, solutions, renamed),
      options: { ...JSON.parse(readdressed(JSON.stringify(deck.options), renamed)), ...parts.options },
    }),
    sheets: [
      `${base}site.css`,
      ...themes.map(path => `${base}themes/${encodeURI(path)}`),
      ...own.map(path => FILES + encodeURI(path)),
    ],
    scripts: scripts.map(name => base + name),
    diagrams: Object.fromEntries(
      Object.entries(diagrams).map(([name, source]) => [`${FILES}diagrams/${name}.svg`, source]),
    ),
    description: description(deck),
  })
  for (const name of names) await write(join(folder, name), page)
  return lost.flatMap(url => {
    const message = `${url} cannot be had and is left out; check the network, or copy the picture beside the deck`
    return slides.filter(slide => filesOf(slide).includes(url)).map(({ line }) => warning(line, message))
  })
}

/** Files that slides and sheets use, except diagrams, which the page draws itself. */
function named(deck: Deck, solutions: boolean): Set<string> {
  const all = [
    ...deck.css.flatMap(({ assets }) => assets),
    ...deck.slides
      .flat()
      .flatMap(({ assets, question }) => [...(assets.at(-1) ?? []), ...((solutions && question?.assets) || [])]),
  ]
  return new Set(all.filter(name => !name.startsWith(DIAGRAM)))
}

/** The version is left empty: it is a hash of the deck's text, against which guesses at right answers could be checked. */
function view(deck: Deck, { slide, options }: Shown): DeckView {
  const { title, lang, theme, highlightTheme } = deck
  const slides = deck.slides.map(stack => stack.map(slide))
  return { version: '', title, lang, theme, highlightTheme, options, css: [], slides }
}

interface Shown {
  slide: (slide: Slide) => DeckView['slides'][0][0]
  options: Record<string, unknown>
}

function slideView(
  slide: Slide,
  lang: string,
  solutions: boolean,
  renamed: Map<string, string>,
): SlideView & { step: number } {
  const whole = slide.html.at(-1) ?? ''
  const html = solutions && slide.question ? withSolution(whole, slide.question, lang) : whole
  const steps = slide.html.length - 1
  const attributes = Object.entries(slide.attributes).map(([name, value]) => [name, readdressed(value, renamed)])
  return {
    id: slide.id,
    number: slide.number,
    ...(slide.stacked && { stacked: slide.stacked }),
    steps,
    step: steps - 1,
    attributes: Object.fromEntries(attributes),
    html: readdressed(html, renamed),
  }
}

const readdressed = (text: string, renamed: Map<string, string>) =>
  [...renamed].reduce(
    (changed, [name, path]) => changed.replaceAll(`${FILES}remote/${name}`, `${FILES}remote/${path}`),
    text,
  )
