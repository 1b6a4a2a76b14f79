/** Reads a deck's questions for other formats, without what is only for the slide. */
import type { Element } from 'hast'
import type { Deck, Slide } from '../../deck/deck.ts'
import { filesOf } from '../../deck/deck.ts'
import type { Question } from '../../deck/question-types.ts'
import { remoteName } from '../../deck/render/addresses.ts'
import {
  classes,
  create,
  drop,
  elements,
  get,
  hasClass,
  isElement,
  isHeading,
  parseHtml,
} from '../../deck/render/element.ts'
import { textNode } from '../content.ts'
import { formulaElement } from '../formula-element.ts'
import type { Content, Item } from '../question-item.ts'

/** Prefix of every address in a deck that is read for export. */
export const FILES = '/amphi-files/'

export function itemsOf(deck: Deck): Item[] {
  return deck.slides.flat().flatMap(slide => (slide.question ? [item(slide, slide.question)] : []))
}

function item(slide: Slide, question: Question): Item {
  const files = new Map(filesOf(slide).map(file => [`remote/${remoteName(file)}`, file]))
  const content = (html: string) => opened(cleaned(parseHtml(html), files))
  const feedbackOf = (html: string | undefined) => (html === undefined ? {} : { feedback: content(html) })
  const { kind, id, points, scoring, explanation } = question
  const prompt = asked(slide, content)
  const { line } = slide
  const common = {
    line,
    prompt,
    id,
    points,
    ...(scoring && { scoring }),
    ...(explanation !== undefined && { explanation: content(explanation) }),
    extras: extras(question, slide.notes),
  }
  switch (kind) {
    case 'choice':
      return {
        ...common,
        kind,
        multiple: question.multiple,
        shuffle: question.shuffled ?? false,
        none: question.choices.find(({ none }) => none)?.text ?? '',
        entries: question.choices
          .filter(({ none }) => !none)
          .map(({ html, right, feedback }) => ({
            content: content(html),
            right: right ?? false,
            ...feedbackOf(feedback),
          })),
      }
    case 'number':
      return {
        ...common,
        kind,
        entries: question.entries.map(({ value, tolerance, right, feedback }) => ({
          value,
          tolerance,
          right,
          ...feedbackOf(feedback),
        })),
      }
    case 'text':
      return {
        ...common,
        kind,
        entries: question.entries.map(({ text, right, feedback }) => ({ text, right, ...feedbackOf(feedback) })),
      }
    case 'words':
    case 'scale':
    case 'order':
      return { kind, line, prompt }
    default:
      return question satisfies never
  }
}

function extras({ time, read, live }: Question, notes: string | undefined): string[] {
  return [
    ...(time === undefined ? [] : ['data-time']),
    ...(read === undefined ? [] : ['data-read']),
    ...(live ? ['data-live'] : []),
    ...(notes ? ['the notes'] : []),
  ]
}

/** What the slide shows apart from the answers; a single heading becomes a paragraph. */
function asked({ html }: Slide, content: (html: string) => Content): Content {
  const nodes = content(html.at(-1) ?? '').filter(
    node => isElement(node) || (node.type === 'text' && node.value.trim() !== ''),
  )
  const [only, ...rest] = nodes
  if (isElement(only) && isHeading(only) && rest.length === 0) return only.children
  return nodes.map(node => (isElement(node) && isHeading(node) ? { ...node, tagName: 'p' } : node))
}

/** Unwraps a single paragraph. */
function opened(content: Content): Content {
  const [only, ...rest] = content.filter(node => isElement(node) || (node.type === 'text' && node.value.trim() !== ''))
  return isElement(only) && only.tagName === 'p' && rest.length === 0 ? only.children : content
}

/** Turns rendered formulas back into TeX, highlighted code into plain code, and addresses into the deck's. */
function cleaned(content: Content, files: ReadonlyMap<string, string>): Content {
  return content.flatMap((node): Content => {
    if (node.type === 'text') return [node]
    if (!isElement(node) || hasClass(node, 'poll') || node.tagName === 'aside') return []
    const tex = typeset(node)
    if (tex) return [tex]
    const source = node.tagName === 'code' ? node : undefined
    if (node.tagName === 'pre') return [block(node)]
    const copy: Element = { ...node, properties: { ...node.properties } }
    for (const name of ['class', 'data-fragment-index', 'target', 'rel']) drop(copy, name)
    for (const name of ['src', 'href', 'poster']) {
      const address = get(copy, name)
      if (address?.startsWith(FILES)) copy.properties[name] = original(address.slice(FILES.length), files)
    }
    return [{ ...copy, children: source ? [textNode(words(source))] : cleaned(node.children, files) }]
  })
}

/** Decoded as far as an address allows, since decks encode more of a name than is needed. */
function original(address: string, files: ReadonlyMap<string, string>): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
  return files.get(path) ?? decodeURIComponent(path).replace(/[\s%?#"<>]/g, encodeURIComponent) + rest
}

/** KaTeX's HTML; its MathML contains the source. */
function typeset(node: Element): Element | undefined {
  const inner =
    node.tagName === 'span' && Object.keys(node.properties).length === 0 && node.children.length === 1
      ? node.children[0]
      : node
  if (!isElement(inner) || !(hasClass(inner, 'katex') || hasClass(inner, 'katex-display'))) return undefined
  const source = [...elements(inner)].find(({ tagName }) => tagName === 'annotation')
  return source && formulaElement(words(source), hasClass(inner, 'katex-display'))
}

/** A block of code without highlighting and line numbers. */
function block(pre: Element): Element {
  const code = pre.children.find(isElement)
  if (!code) return create('pre', {}, [textNode(words(pre))])
  const language = classes(code).find(name => /^lang(?:uage)?-/.test(name))
  const rows = [...elements(code)].filter(({ tagName }) => tagName === 'tr')
  const source = rows.length > 0 ? rows.map(words).join('\n') : words(code)
  return create('pre', {}, [create('code', language ? { class: language } : {}, [textNode(source)])])
}

const words = (node: Element): string =>
  node.children.map(child => (child.type === 'text' ? child.value : isElement(child) ? words(child) : '')).join('')
