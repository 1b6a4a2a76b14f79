/** Writes questions with choices in AMC-TXT (https://www.auto-multiple-choice.net/doc/amc-txt). */
import type { Element } from 'hast'
import { type Mistake, warning } from '../../deck/mistake.ts'
import type { Scoring } from '../../deck/question-types.ts'
import { create, elements, get, isElement } from '../../deck/render/element.ts'
import { isBlock } from '../content.ts'
import { isDisplay, isFormula, texOf } from '../formula-element.ts'
import {
  type ChoiceItem,
  type Content,
  type FileInfo,
  type Item,
  roundedText,
  type WriteResult,
} from '../question-item.ts'
import { picturesLeft, unknownKind } from './losses.ts'
import { verbatim } from './markdown.ts'
import { isDerivedId, uniqueId } from './question-names.ts'

type Say = (message: string) => void

export function writeAmc(items: Item[], { title, lang }: FileInfo): WriteResult {
  const mistakes: Mistake[] = []
  const complete = items.some(completed)
  const taken = new Set<string>()
  const parts = items.map(item => {
    const say = (message: string) => mistakes.push(warning(item.line, message))
    if (item.kind !== 'choice') {
      say(unknownKind(item, 'AMC-TXT'))
      return ''
    }
    const lost = lacks(item)
    if (lost.length > 0)
      say(`AMC-TXT cannot say ${lost.join(', ')}; ${lost.length > 1 ? 'they are' : 'it is'} left out`)
    for (const message of picturesLeft(item, 'AMC-TXT')) say(message)
    if (complete && item.multiple && !item.none) say('AMC adds "None of these" here too, as another question has it')
    return question(item, named(item, taken, say), say)
  })
  const language = lang.slice(0, 2).toUpperCase()
  const head = [
    `Title: ${title.replace(/\s+/g, ' ')}`,
    ...(/^(?:DE|ES|FR|IT|NL|NO|PT|JA|AR)$/.test(language) ? [`Lang: ${language}`] : []),
    // Otherwise AMC adds "None of these" to every question with several answers.
    `CompleteMulti: ${complete ? 1 : 0}`,
  ]
  return { text: `${[head.join('\n'), ...parts.filter(Boolean)].join('\n\n')}\n`, mistakes }
}

/** AMC's own "None of these" needs several right answers; elsewhere it is an ordinary choice. */
const completed = (item: Item) => item.kind === 'choice' && item.multiple && item.none !== ''

function question(item: ChoiceItem, id: string | undefined, say: Say): string {
  const survey = !item.none && !item.entries.some(({ right }) => right)
  const options = [...(survey ? ['indicative'] : []), ...(item.shuffle ? [] : ['ordered']), ...(id ? [`id=${id}`] : [])]
  const scoring = survey ? '' : scored(item)
  const lead = `${item.multiple ? '**' : '*'}${options.length > 0 ? `[${options.join(',')}]` : ''}${scoring && `{${scoring}}`}`
  const text = (content: Content) => laid(inline(content, say)).trim()
  const choices = item.entries.map(({ content, right }) => `${right ? '+' : '-'} ${text(content)}`)
  const right = item.entries.some(entry => entry.right)
  const none = item.none && !item.multiple ? [`${right ? '-' : '+'} ${escaped(item.none)}`] : []
  return [`${lead} ${text(item.prompt)}`, ...choices, ...none].join('\n')
}

/** In LaTeX, names of questions must be unique and consist of letters, digits and hyphens. */
function named(item: ChoiceItem, taken: Set<string>, say: Say): string | undefined {
  const { id } = item
  if (id === undefined) return undefined
  const plain = id
    .normalize('NFD')
    .replace(/[^\w-]/g, '')
    .replace(/_/g, '-')
  if (plain !== id && isDerivedId(item)) return undefined
  const name = uniqueId(plain || 'question', taken)
  if (name !== id) say(`the question "${id}" is called "${name}" in AMC-TXT`)
  return name
}

/** AMC's default for a simple question is b=1; for a multiple one it is haut=2, which decks do not have. */
function scored({ points, scoring, multiple }: ChoiceItem): string {
  if (scoring?.scheme === 'partial' && multiple)
    return `formula=${points === 1 ? '' : `${roundedText(points)}*`}(NBC-NMC)/NB,p=0`
  if (scoring?.scheme === 'amc') return bareme(scoring, points)
  if (multiple) return `mz=${roundedText(points)}`
  return points === 1 ? '' : `b=${roundedText(points)}`
}

const bareme = (scoring: Extract<Scoring, { scheme: 'amc' }>, points: number) =>
  Object.entries({ b: 1, ...scoring.bareme })
    .map(([name, value]) => `${name}=${roundedText(value * points)}`)
    .join(',')

/** Elements that AMC-TXT can express. */
const EXPRESSIBLE = /^(?:p|div|section|br|img|pre|code|strong|b|em|i|u|tt|kbd|samp|span|math)$/

/** A span counts only without a style. */
const isExpressible = (node: Element) => EXPRESSIBLE.test(node.tagName) && get(node, 'style') === undefined

function lacks(item: ChoiceItem): string[] {
  const { entries, explanation, extras } = item
  const nodes = [item.prompt, ...entries.map(({ content }) => content)].flatMap(content =>
    elements(create('div', {}, content)),
  )
  const lost = nodes.filter(node => !isExpressible(node)).map(({ tagName }) => `<${tagName}>`)
  return [
    ...new Set(lost),
    ...(entries.some(({ feedback }) => feedback) ? ['feedback'] : []),
    ...(explanation ? ['the explanation'] : []),
    ...(extras ?? []),
  ]
}

/** Names of pictures cannot contain spaces in AMC. */
function picture(address: string, say: Say): string {
  const file = /^[a-z]+:/i.test(address) ? address : decodeURIComponent(address)
  if (/[!\s]/.test(file)) say(`AMC-TXT takes no spaces and no ! in the name of a picture; rename "${file}"`)
  return ` !${file}! `
}

const SIGNS = new Map(
  Object.entries({
    strong: '*',
    b: '*',
    em: '_',
    i: '_',
    u: '/',
    code: '|',
    tt: '|',
    kbd: '|',
    samp: '|',
  }),
)

function inline(content: Content, say: Say): string {
  return content
    .map(node => {
      if (node.type === 'text') return escaped(node.value.replace(/\s+/g, ' '))
      return isElement(node) ? element(node, say) : ''
    })
    .join('')
}

function element(node: Element, say: Say): string {
  if (isFormula(node)) return `[[${isDisplay(node) ? `$$${texOf(node)}$$` : `$${texOf(node)}$`}]]`
  const { tagName } = node
  if (tagName === 'br') return '\n\n'
  if (tagName === 'img') return picture(get(node, 'src') ?? '', say)
  if (tagName === 'pre') return `\n[verbatim]\n${guarded(verbatim(node), say)}\n[/verbatim]\n`
  const sign = SIGNS.get(tagName)
  const inner = tagName === 'code' ? escaped(verbatim(node)) : inline(node.children, say)
  if (sign) return `[${sign}${inner}${sign}]`
  return isBlock(node) ? `\n${inner}\n\n` : inner
}

const VERBATIM = /(\[verbatim\]\n.*?\n\[\/verbatim\])/s

/** Trimmed lines, escaped where AMC would read something else; code is left as it is. */
const laid = (text: string): string =>
  text
    .split(VERBATIM)
    .map((part, index) =>
      index % 2 > 0 ? part : part.replace(/[ \t]*\n[ \t]*/g, '\n').replace(/(?<=\n)(?:[-+*#]|[\w-]+:)/g, begun),
    )
    .join('')

/** What would start a new item at the beginning of a line. */
const begun = (start: string): string => {
  if (start.endsWith(':')) return `${start.slice(0, -1)}[[{:}]]`
  return start === '#' ? '[[\\#]]' : `[[{${start}}]]`
}

/** What starts something else for AMC, even in verbatim text. */
function guarded(source: string, say: Say): string {
  const lines = source.replace(/^\n|\n$/g, '').split('\n')
  const odd = lines.find(line => /^\s*[-+*#]|^[a-z0-9-]+:/i.test(line))
  if (odd !== undefined)
    say(`AMC takes the line of code "${odd.trim()}" for a choice, a comment or an option; change it there`)
  if (source.includes('[/verbatim]')) say('AMC ends the code at the [/verbatim] in it; change it there')
  return lines.join('\n')
}

/** Brackets that would start or end markup, and the marks of pictures. */
const MARKUP = /\[(?=[*_|/[!]|==|verbatim\]|$)|(?<=[*_|/\]]|==|^)\]|!(?=[^!\s]+!)/g

const escaped = (text: string) =>
  text.replace(MARKUP, sign => (sign === '[' ? '[[\\lbrack{}]]' : sign === ']' ? '[[\\rbrack{}]]' : '[[{!}]]'))
