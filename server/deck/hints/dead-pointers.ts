/** What points to nothing: addresses with spaces, links to slides that are not there, lines that the code does not have. */
import type { Deck } from '../deck.ts'
import { type Mistake, warning } from '../mistake.ts'
import type { Fence, Prose } from './prose.ts'

/** Markdown ends an address at a space, and shows it all as text. */
export function addressesWithSpaces({ text, lineOf }: Prose): Mistake[] {
  return [...text.matchAll(/(!?)\[[^\]\n]*\]\(([^()<>\n]*[^()<>\n\s])[ \t]*\)/g)].flatMap(
    ({ 1: picture, 2: address = '', index }) => {
      const [file = ''] = address.trim().split(/\s+(?=["'(])/)
      if (!/\s/.test(file)) return []
      const what = picture ? 'the picture' : 'the link'
      const message = `${what} "${file}" has a space in its address and is shown as text; write ${file.replace(/\s/g, '%20')}`
      return [warning(lineOf(index), message)]
    },
  )
}

/** Links as reveal.js has them: `#/name`, and `#/2/1` by places from 0. */
export function deadLinks({ text, lineOf }: Prose, deck: Deck): Mistake[] {
  const all = deck.slides.flat()
  const ids = new Set(all.flatMap(({ id, attributes, html }) => [id, attributes.id ?? '', ...idsIn(html.at(-1) ?? '')]))
  const first = deck.options.hashOneBasedIndex ? 1 : 0
  return [...text.matchAll(/(?:\]\(\s*|href=["'])#\/([^)\s"']*)/g)].flatMap(({ 1: target = '', index }) => {
    const [h, v = first] = /^\d+(?:\/\d+){0,2}$/.test(target) ? target.split('/').map(Number) : []
    const there =
      h === undefined ? target === '' || ids.has(decode(target)) : deck.slides[h - first]?.[v - first] !== undefined
    if (there) return []
    return [warning(lineOf(index), `there is no slide #/${target}; give one the name with <!-- .slide: id="…" -->`)]
  })
}

const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id)

function decode(text: string) {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `[1-2|7]` behind the language of a fence. */
export function missingLines({ fences }: Prose): Mistake[] {
  return fences.flatMap(fence => {
    const [, from, numbers] = /\[\s*(?:(\d*):)?\s*([\s\d,|-]*)\]/.exec(fence.info) ?? []
    const most = lengthOf(fence)
    const beyond = (numbers?.match(/\d+/g) ?? []).find(number => Number(number) > most || Number(number) === 0)
    if (!beyond) return []
    const hint = from ? '; they are counted from 1, whatever the first number is' : ''
    return [
      warning(
        fence.line,
        `line ${beyond} is pointed out, and the code has ${most} line${most === 1 ? '' : 's'}${hint}`,
      ),
    ]
  })
}

const lengthOf = ({ lines }: Fence) => lines.length - (lines.length > 1 && lines.at(-1)?.trim() === '' ? 1 : 0)
