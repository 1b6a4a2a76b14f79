/** Writes questions in Moodle XML (https://docs.moodle.org/en/Moodle_XML_format). */
import { type Mistake, warning } from '../../deck/mistake.ts'
import { textNode, withoutMarkup } from '../content.ts'
import {
  type ChoiceItem,
  type Content,
  type Item,
  type NumberItem,
  numberText,
  type QuestionItem,
  roundedText,
  type TextItem,
  type WriteResult,
} from '../question-item.ts'
import { moodleHtml } from './html.ts'
import { isQuestion, losses, moodlePenalty, NO_SURVEY, percentText, unknownKind } from './losses.ts'

export function writeMoodle(items: Item[]): WriteResult {
  const mistakes: Mistake[] = []
  const parts = items.map(item => {
    const say = (message: string) => mistakes.push(warning(item.line, message))
    if (!isQuestion(item)) {
      say(unknownKind(item, 'Moodle XML'))
      return ''
    }
    const right = item.entries.some(entry => entry.right) || ('none' in item && item.none)
    if (!right && item.kind !== 'text') {
      say(NO_SURVEY)
      return ''
    }
    for (const message of losses(item, 'Moodle XML')) say(message)
    return question(item)
  })
  const body = parts.filter(Boolean).join('\n')
  return { text: `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${body}\n</quiz>\n`, mistakes }
}

function question(item: QuestionItem): string {
  const type =
    item.kind === 'number'
      ? 'numerical'
      : item.kind === 'choice'
        ? 'multichoice'
        : item.entries.length > 0
          ? 'shortanswer'
          : 'essay'
  return `  <question type="${type}">
    <name><text>${xml(item.id ?? withoutMarkup(item.prompt).slice(0, 80))}</text></name>
    <questiontext format="html">${text(item.prompt)}</questiontext>
    <generalfeedback format="html">${text(item.explanation ?? [])}</generalfeedback>
    <defaultgrade>${roundedText(item.points)}</defaultgrade>
    <penalty>0</penalty>
    <hidden>0</hidden>
${[...settings(item), ...answers(item)].map(line => `    ${line}\n`).join('')}  </question>`
}

function settings(item: QuestionItem): string[] {
  if (item.kind === 'number') return []
  if (item.kind === 'text')
    return item.entries.length > 0 ? ['<usecase>0</usecase>'] : ['<responseformat>editor</responseformat>']
  return [
    `<single>${!item.multiple}</single>`,
    `<shuffleanswers>${item.shuffle}</shuffleanswers>`,
    '<answernumbering>ABCD</answernumbering>',
  ]
}

function answers(item: QuestionItem): string[] {
  if (item.kind === 'choice') return choices(item)
  if (item.kind === 'text') return item.entries.map(words)
  return item.entries.map(number)
}

function choices(item: ChoiceItem): string[] {
  const { entries, none, multiple, scoring } = item
  const last = { content: [textNode(none)], right: !entries.some(({ right }) => right) }
  const all: ChoiceItem['entries'] = none ? [...entries, last] : entries
  const count = all.filter(({ right }) => right).length
  const wrong = multiple ? (scoring?.scheme === 'partial' ? -100 / count : -100) : (moodlePenalty(item) ?? 0)
  return all.map(({ content, right, feedback }) => answer(right ? 100 / count : wrong, 'html', text(content), feedback))
}

const words = ({ text: accepted, right, feedback }: TextItem['entries'][number]) =>
  // In Moodle a star matches any text.
  answer(right ? 100 : 0, 'moodle_auto_format', `<text>${xml(accepted.replaceAll('*', '\\*'))}</text>`, feedback)

const number = ({ value, tolerance, right, feedback }: NumberItem['entries'][number]) =>
  answer(
    right ? 100 : 0,
    'moodle_auto_format',
    `<text>${numberText(value)}</text>`,
    feedback,
    `<tolerance>${numberText(tolerance)}</tolerance>`,
  )

const answer = (fraction: number, format: string, body: string, feedback: Content = [], more = '') =>
  `<answer fraction="${percentText(fraction)}" format="${format}">${body}<feedback format="html">${text(feedback)}</feedback>${more}</answer>`

const text = (content: Content) => `<text>${xml(moodleHtml(content))}</text>`

/** XML allows no control characters except these three. */
const xml = (value: string) =>
  [...value]
    .filter(sign => sign >= ' ' || /[\t\n\r]/.test(sign))
    .join('')
    .replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '&quot;')
