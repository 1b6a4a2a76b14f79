/** Questions with choices in AMC-TXT (https://www.auto-multiple-choice.net/doc/amc-txt). */
import type { Element } from 'hast'
import { type Mistake, type Scoring, warning } from '../../deck/deck.ts'
import { get, isElement } from '../../deck/element.ts'
import { isDisplay, isFormula, texOf } from '../formula.ts'
import { type About, type Choices, type Content, decimal, type Item, type Written } from '../item.ts'
import { isBlock } from '../markup.ts'
import { unsaid } from './lacks.ts'
import { verbatim } from './markdown.ts'

export function writeAmc(items: Item[], { title, lang }: About): Written {
  const mistakes: Mistake[] = []
  const complete = items.some(completed)
  const parts = items.map(item => {
    const say = (message: string) => mistakes.push(warning(item.line, message))
    if (item.kind !== 'choice') {
      say(unsaid(item, 'AMC-TXT'))
      return ''
    }
    const lost = lacks(item)
    if (lost.length > 0)
      say(`AMC-TXT cannot say ${lost.join(', ')}; ${lost.length > 1 ? 'they are' : 'it is'} left out`)
    if (complete && item.multiple && !item.none) say('AMC adds "None of these" here too, as another question has it')
    return question(item, say)
  })
  const language = lang.slice(0, 2).toUpperCase()
  const head = [
    `Title: ${title.replace(/\s+/g, ' ')}`,
    ...(/^(?:DE|ES|FR|IT|NL|NO|PT|JA|AR)$/.test(language) ? [`Lang: ${language}`] : []),
    // AMC would put "None of these" to every question with several answers.
    `CompleteMulti: ${complete ? 1 : 0}`,
  ]
  return { text: `${[head.join('\n'), ...parts.filter(Boolean)].join('\n\n')}\n`, mistakes }
}

/** AMC's own "None of these" goes with several right answers only; elsewhere it is a choice like the others. */
const completed = (item: Item) => item.kind === 'choice' && item.multiple && item.none !== ''

function question(item: Choices, say: (message: string) => void): string {
  const survey = !item.none && !item.entries.some(({ right }) => right)
  const id = item.id
    ?.normalize('NFD')
    .replace(/[^\w-]/g, '')
    .replace(/_/g, '-')
  const options = [...(survey ? ['indicative'] : []), ...(item.shuffle ? [] : ['ordered']), ...(id ? [`id=${id}`] : [])]
  const scoring = survey ? '' : scored(item)
  const lead = `${item.multiple ? '**' : '*'}${options.length > 0 ? `[${options.join(',')}]` : ''}${scoring && `{${scoring}}`}`
  const text = (content: Content) =>
    inline(content, say)
      .replace(/[ \t]*\n[ \t]*/g, '\n')
      .trim()
  const choices = item.entries.map(({ content, right }) => `${right ? '+' : '-'} ${text(content)}`)
  const right = item.entries.some(entry => entry.right)
  const none = item.none && !item.multiple ? [`${right ? '-' : '+'} ${escaped(item.none)}`] : []
  return [`${lead} ${text(item.prompt)}`, ...choices, ...none].join('\n')
}

/** AMC's usual strategy for a simple question is b=1; for a multiple one it is haut=2, which no deck means. */
function scored({ points, scoring, multiple }: Choices): string {
  if (scoring?.scheme === 'partial' && multiple)
    return `formula=${points === 1 ? '' : `${decimal(points)}*`}(NBC-NMC)/NB,p=0`
  if (scoring?.scheme === 'amc') return bareme(scoring, points)
  if (multiple) return `mz=${decimal(points)}`
  return points === 1 ? '' : `b=${decimal(points)}`
}

const bareme = (scoring: Extract<Scoring, { scheme: 'amc' }>, points: number) =>
  Object.entries({ b: 1, ...scoring.bareme })
    .map(([name, value]) => `${name}=${decimal(value * points)}`)
    .join(',')

function lacks({ entries, explanation, extras }: Choices): string[] {
  return [
    ...(entries.some(({ feedback }) => feedback) ? ['feedback'] : []),
    ...(explanation ? ['the explanation'] : []),
    ...(extras ?? []),
  ]
}

const SIGNS: Record<string, string> = {
  strong: '*',
  b: '*',
  em: '_',
  i: '_',
  u: '/',
  code: '|',
  tt: '|',
  kbd: '|',
  samp: '|',
}

function inline(content: Content, say: (message: string) => void): string {
  return content
    .map(node => {
      if (node.type === 'text') return escaped(node.value.replace(/\s+/g, ' '))
      return isElement(node) ? element(node, say) : ''
    })
    .join('')
}

function element(node: Element, say: (message: string) => void): string {
  if (isFormula(node)) return `[[${isDisplay(node) ? `$$${texOf(node)}$$` : `$${texOf(node)}$`}]]`
  const { tagName } = node
  if (tagName === 'br') return '\n\n'
  if (tagName === 'img') return ` !${get(node, 'src') ?? ''}! `
  if (tagName === 'pre') return `\n[verbatim]\n${guarded(verbatim(node), say)}\n[/verbatim]\n`
  const sign = SIGNS[tagName]
  const inner = tagName === 'code' ? escaped(verbatim(node)) : inline(node.children, say)
  if (sign) return `[${sign}${inner}${sign}]`
  return isBlock(node) ? `\n${inner}\n\n` : inner
}

/** What AMC reads as the start of something else, even in verbatim text. */
function guarded(source: string, say: (message: string) => void): string {
  const lines = source.replace(/^\n|\n$/g, '').split('\n')
  const odd = lines.find(line => /^\s*[-+*#]|^[a-z0-9-]+:/i.test(line))
  if (odd !== undefined)
    say(`AMC takes the line of code "${odd.trim()}" for a choice, a comment or an option; change it there`)
  return lines.join('\n')
}

/** Brackets beside a sign, or beside markup, and the marks of pictures. */
const MARKUP = /\[(?=[*_|/[!]|==|verbatim\]|$)|(?<=[*_|/\]]|==|^)\]|!(?=[^!\s]+!)/g

const escaped = (text: string) =>
  text.replace(MARKUP, sign => (sign === '[' ? '[[\\lbrack{}]]' : sign === ']' ? '[[\\rbrack{}]]' : '[[{!}]]'))
