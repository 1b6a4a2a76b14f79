/** Writes questions as slides of a deck. */

import { type Mistake, warning } from '../../deck/mistake.ts'
import { create, elements } from '../../deck/render/element.ts'
import { slug } from '../../deck/slug.ts'
import { withoutMarkup } from '../content.ts'
import {
  type Content,
  type Item,
  numberText,
  type QuestionItem,
  roundedText,
  type WriteResult,
} from '../question-item.ts'
import { blockOf, blocks, line, paragraphs } from './markdown.ts'
import { uniqueId } from './question-names.ts'

/** Markdown of a deck; questions with the same name are numbered. */
export function writeSlides(items: Item[]): WriteResult {
  const mistakes: Mistake[] = []
  const taken = new Set<string>()
  const slides = items.map(item => {
    if (item.kind === 'slide') return blocks(item.prompt).join('\n\n')
    if (item.kind !== 'choice' && item.kind !== 'number' && item.kind !== 'text') return ''
    const [first = [], ...rest] = paragraphs(item.prompt)
    const headed = !blockOf(first)
    const heading = headed ? first : []
    const own = slug(withoutMarkup(heading))
    const wanted = nameOf(item.id) ?? own
    const id = uniqueId(wanted, taken)
    if (id !== wanted) {
      const message = `another question is called "${wanted}" already; this one is called "${id}"`
      mistakes.push(warning(item.line, message))
    }
    for (const message of flattened(item)) mistakes.push(warning(item.line, message))
    return slide(item, line(heading) || 'Question', headed ? rest.flat() : item.prompt, id === own ? undefined : id)
  })
  return { text: `${slides.filter(Boolean).join('\n\n---\n\n')}\n`, mistakes }
}

/** A deck's id, made from a title. */
function nameOf(title: string | undefined): string | undefined {
  if (title === undefined || title.trim() === '') return undefined
  return /^[\p{L}\p{N}][\p{L}\p{N}._/-]{0,199}$/u.test(title) && !title.includes('--') ? title : slug(title)
}

function slide(item: QuestionItem, heading: string, rest: Content, id: string | undefined): string {
  const list = entries(item)
  const parts = [
    `<!-- .slide: ${attributes(item, id)} -->\n### ${heading}`,
    ...blocks(rest),
    ...(list.length > 0 ? [list.join('\n')] : []),
    ...(item.explanation ? [quoted(item.explanation, '')] : []),
  ]
  return parts.join('\n\n')
}

function attributes({ kind, points, scoring, ...item }: QuestionItem, id: string | undefined): string {
  const bareme = scoring?.scheme === 'amc' ? Object.entries(scoring.bareme) : []
  return [
    kind === 'choice' ? 'data-qcm' : `data-qcm="${kind}"`,
    ...(id === undefined ? [] : [`data-id="${id}"`]),
    ...(points === 1 ? [] : [`data-points="${roundedText(points)}"`]),
    ...(scoring ? [`data-scoring="${scoring.scheme}"`] : []),
    ...(bareme.length > 0
      ? [`data-bareme="${bareme.map(([name, value]) => `${name}=${roundedText(value)}`).join(',')}"`]
      : []),
    ...('shuffle' in item && item.shuffle ? ['data-shuffle'] : []),
    ...('none' in item && item.none ? ['data-none'] : []),
  ].join(' ')
}

/** A choice must be one line. */
function flattened(item: QuestionItem): string[] {
  if (item.kind !== 'choice') return []
  const tags = item.entries
    .flatMap(({ content }) => elements(create('div', {}, content)))
    .map(({ tagName }) => tagName)
    .filter(name => /^(?:table|ul|ol|dl|blockquote|hr)$/.test(name))
  return [...new Set(tags)].map(name => `a choice is one line in a deck; of its <${name}> the words alone are kept`)
}

function entries(item: QuestionItem): string[] {
  const written = (content: string, right: boolean, feedback: Content | undefined) =>
    `- [${right ? 'x' : ' '}] ${content}${feedback ? `\n${quoted(feedback, '  ')}` : ''}`
  if (item.kind === 'choice')
    return item.entries.map(({ content, right, feedback }) => written(line(content), right, feedback))
  if (item.kind === 'text')
    return item.entries.map(({ text, right, feedback }) =>
      written(line([{ type: 'text', value: text }]), right, feedback),
    )
  return item.entries.map(({ value, tolerance, right, feedback }) =>
    written(`${numberText(value)}${tolerance > 0 ? ` ± ${numberText(tolerance)}` : ''}`, right, feedback),
  )
}

const quoted = (content: Content, indent: string) =>
  blocks(content)
    .join('\n\n')
    .split('\n')
    .map(text => `${indent}>${text && ` ${text}`}`)
    .join('\n')
