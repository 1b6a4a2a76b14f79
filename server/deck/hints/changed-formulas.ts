/** Formulas that Markdown changes before they are typeset, as in reveal.js. */
import type { Deck, Slide } from '../deck.ts'
import { type Mistake, warning } from '../mistake.ts'
import { create, elements, parseHtml, text as textOf } from '../render/element.ts'
import { feedbackOf } from '../render/passes/asset-lists.ts'
import type { Prose } from './prose.ts'

/** With a sign right inside of each dollar and no digit behind, as in Pandoc's Markdown. */
const FORMULA =
  /(?<!\\)\$\$(.+?)\$\$|(?<![\\$])\$(?![\s$])((?:[^$\\\n]|\\.|\n(?![ \t]*\n))+?)(?<!\s)\$(?![\d$])|\\\[([^\]]*[\\^_=][^\]]*?)\\\]|\\\(([^)\n]*[\\^_=][^)\n]*?)\\\)/gs

/** A formula that is written and was not typeset as it is written, unless that was told already. */
export function changedFormulas({ text, lineOf }: Prose, deck: Deck): Mistake[] {
  const typeset = new Set(deck.slides.flat().flatMap(slide => sourcesIn(allOf(slide))))
  const told = deck.mistakes.filter(({ message }) => message.includes('the formula'))
  return [...text.matchAll(FORMULA)].flatMap(({ 0: written, 1: display, 2: inline, 3: bracket, 4: round, index }) => {
    const tex = display ?? inline ?? bracket ?? round ?? ''
    const [from, to] = [lineOf(index), lineOf(index + written.length)]
    if (typeset.has(bare(tex)) || told.some(({ line }) => line >= from && line <= to)) return []
    const short = written.replace(/\s+/g, ' ').slice(0, 40)
    return [
      warning(from, `Markdown changes the formula ${short} before it is read; write back-ticks around it: ${'`$…$`'}`),
    ]
  })
}

/** HTML of all that a slide may ever show. */
function allOf({ html, notes, question, tasks = [] }: Slide): string {
  const solution = question ? [question.explanation, ...feedbackOf(question)] : []
  const hints = tasks.flatMap(task => task.hints.map(({ html }) => html))
  return [html.at(-1), notes, ...solution, ...hints].join('')
}

const bare = (tex: string) => tex.replace(/\s+/g, '')

const sourcesIn = (html: string): string[] =>
  html.includes('annotation')
    ? elements(create('div', {}, parseHtml(html)))
        .filter(({ tagName }) => tagName === 'annotation')
        .map(({ children }) => bare(textOf(children)))
    : []
