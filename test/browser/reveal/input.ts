/** A deck file to what both renderings start from. */
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parse } from '../../../server/deck/parse.ts'
import { remoteName } from '../../../server/deck/render/addresses.ts'
import { parseFrontMatter } from '../../../server/deck/source/front-matter.ts'
import { SEPARATORS } from '../../../server/deck/source/split-slides.ts'
import type { Input } from './told.ts'

/** `prefix` is where the deck's folder is served. */
export const inputOf = (file: string, prefix: string): Input =>
  inputOfText(readFileSync(file, 'utf8'), prefix, basename(file))

export function inputOfText(text: string, prefix: string, file = ''): Input {
  const { body, settings, options } = parseFrontMatter(text)
  const { separator, verticalSeparator } = { ...SEPARATORS, ...settings }
  const deck = parse(text, { assets: prefix, seed: '482913', file })
  const { version, title, lang, theme, highlightTheme, slides, total } = deck
  const sources = slides.flat().flatMap(({ assets }) => assets.flat())
  return {
    markdown: body,
    separators: { separator, verticalSeparator, ...some(settings.notesSeparator) },
    options,
    wall: {
      ...{ version, title, lang, theme, highlightTheme, options: deck.options, css: [] },
      ...(total !== undefined && { total }),
      slides: slides.map(column =>
        column.map(({ id, number, stacked, html, attributes }) => {
          const steps = html.length - 1
          return {
            id,
            number,
            ...(stacked && { stacked }),
            steps,
            step: steps - 1,
            attributes,
            html: html.at(-1) ?? '',
          }
        }),
      ),
    },
    phone: slides.map(column => column.map(({ html }) => html)),
    notes: slides.map(column => column.map(({ notes }) => notes ?? '')),
    remote: Object.fromEntries(
      sources.filter(source => /^https?:/i.test(source)).map(url => [`${prefix}remote/${remoteName(url)}`, url]),
    ),
  }
}

const some = (notesSeparator: string | undefined) => (notesSeparator === undefined ? {} : { notesSeparator })
