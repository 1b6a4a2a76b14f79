/** Writes questions in GIFT (https://docs.moodle.org/en/GIFT_format). */
import { type Mistake, warning } from '../../deck/mistake.ts'
import { contentOfText, isPlain, textNode, withoutMarkup } from '../content.ts'
import {
  type ChoiceItem,
  type Content,
  type FileInfo,
  type Item,
  type NumberItem,
  numberText,
  type QuestionItem,
  type TextItem,
  type WriteResult,
} from '../question-item.ts'
import { moodleHtml } from './html.ts'
import { isQuestion, losses, moodlePenalty, NO_SURVEY, percentText, unknownKind } from './losses.ts'

export function writeGift(items: Item[], { title }: FileInfo): WriteResult {
  const mistakes: Mistake[] = []
  const parts = items.map(item => {
    const say = (message: string) => mistakes.push(warning(item.line, message))
    if (!isQuestion(item)) {
      say(unknownKind(item, 'GIFT'))
      return ''
    }
    if (item.kind !== 'text' && !item.entries.some(({ right }) => right) && !('none' in item && item.none)) {
      say(NO_SURVEY)
      return ''
    }
    for (const message of losses(item, 'GIFT')) say(message)
    return question(item, say)
  })
  return { text: [`// ${title.replace(/\s+/g, ' ')}`, ...parts.filter(Boolean)].join('\n\n').concat('\n'), mistakes }
}

function question(item: QuestionItem, say: (message: string) => void): string {
  const answers = [...lines(item, say), ...(item.explanation ? [`####${text(item.explanation)}`] : [])]
  const body =
    answers.length > 0 ? `{${item.kind === 'number' ? '#' : ''}\n${answers.map(line => `  ${line}\n`).join('')}}` : '{}'
  return `${item.id ? `::${escaped(item.id)}::` : ''}${text(item.prompt)} ${body}`
}

function lines(item: QuestionItem, say: (message: string) => void): string[] {
  if (item.kind === 'number') return numbers(item)
  if (item.kind === 'text') return texts(item, say)
  return statement(item) ?? choices(item)
}

/** GIFT has a kind of its own for true and false, in this order. The first feedback is for a wrong answer. */
function statement(item: ChoiceItem): string[] | undefined {
  const [yes, no, ...more] = item.entries
  if (!yes || !no || more.length > 0 || item.none || item.multiple || yes.right === no.right) return undefined
  if (withoutMarkup(yes.content) !== 'True' || withoutMarkup(no.content) !== 'False') return undefined
  const [right, wrong] = yes.right ? [yes.feedback, no.feedback] : [no.feedback, yes.feedback]
  const both = right ? `#${wrong ? text(wrong) : ''}${feedbackText(right)}` : feedbackText(wrong)
  return [`${yes.right ? 'TRUE' : 'FALSE'}${both}`]
}

function choices(item: ChoiceItem): string[] {
  const none: ChoiceItem['entries'][number] = {
    content: [textNode(item.none)],
    right: !item.entries.some(({ right }) => right),
  }
  const entries = item.none ? [...item.entries, none] : item.entries
  const count = entries.filter(({ right }) => right).length
  const loss = moodlePenalty(item)
  return entries.map(({ content, right, feedback }) => {
    const lead = item.multiple
      ? `~%${right ? percentText(100 / count) : item.scoring?.scheme === 'partial' ? percentText(-100 / count) : -100}%`
      : right
        ? '='
        : loss
          ? `~%${percentText(loss)}%`
          : '~'
    return `${lead}${text(content)}${feedbackText(feedback)}`
  })
}

const numbers = ({ entries }: NumberItem): string[] =>
  entries.map(
    ({ value, tolerance, right, feedback }) =>
      `=${right ? '' : '%0%'}${numberText(value)}:${numberText(tolerance)}${feedbackText(feedback)}`,
  )

function texts({ entries }: TextItem, say: (message: string) => void): string[] {
  return entries.flatMap(({ text: words, right, feedback }) => {
    if (words.includes('->')) {
      say(`the answer "${words}" is left out: GIFT takes -> for a match`)
      return []
    }
    if (words.includes('*')) say(`the * in "${words}" stands for any text in Moodle`)
    return [`=${right ? '' : '%0%'}${/^[%[]/.test(words) ? '[plain]' : ''}${escaped(words)}${feedbackText(feedback)}`]
  })
}

const feedbackText = (content: Content | undefined) => (content ? `#${text(content)}` : '')

/** As plain text where that loses nothing: without a format, Moodle would read tags and entities in it. */
function text(content: Content): string {
  const words = withoutMarkup(content)
  const bare =
    isPlain(content) && !content.some(node => node.type !== 'text') && !/[<>&[%$]|\\[([]|->|^\s*\/\//.test(words)
  return bare && words !== '' && contentOfText(words).length === 1
    ? escaped(words)
    : `[html]${escaped(moodleHtml(content).replace(/->/g, '-&gt;'))}`
}

const escaped = (text: string) => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\n/g, '\\n')
