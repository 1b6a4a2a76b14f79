/** What questions and choices say, with their formulas: drawn where there is room, in letters where only a text can stand. */

import { textOf } from '#rules/html-text'
import { asAsked } from '#rules/report-question'
import type { PollView } from '#wire/poll-view'
import type { Report } from '#wire/report-view'

type Poll = Report['polls'][number]

const FORMULA = 'class="katex'
const SHEET = '/themes/katex/katex.css'

/** Whether an index means the same choice in both: nobody moves between choices that were others. */
export function sameChoices(poll: Poll, ...rounds: (Poll['rounds'][number] | undefined)[]): boolean {
  const [before, after] = rounds.map(round => {
    const { kind, choices, html } = round ? asAsked(poll, round) : poll
    return JSON.stringify([kind, choices, html?.choices])
  })
  return before === after
}

/** For tables and plots. */
export const promptOf = ({ prompt, html }: Poll): string =>
  html?.prompt?.includes(FORMULA) ? textOf(html.prompt) : prompt

export const promptHtml = ({ prompt, html }: Poll): string => html?.prompt ?? escaped(prompt)

export const choicesOf = ({ choices = [], keys = [], html }: Poll): PollView['choices'] =>
  choices.map((text, index) => ({ key: keys[index] ?? '', html: html?.choices?.[index] ?? escaped(text) }))

const escaped = (text: string) => text.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)

/** Formulas have a sheet of their own, fetched once there is one. */
export function loadFormulaSheet({ polls }: Report): void {
  const drawn = polls.flatMap(({ html }) => [html?.prompt ?? '', ...(html?.choices ?? [])])
  if (!drawn.some(html => html.includes(FORMULA)) || document.querySelector(`link[href="${SHEET}"]`)) return
  document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: SHEET }))
}
