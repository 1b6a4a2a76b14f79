/** What a slide shows in the place of a question's list: the choices without a trace of the right ones, or what is wrong. */
import type { Element } from 'hast'
import type { Mistake } from '../mistake.ts'
import type { Question } from '../question-types.ts'
import { create, isElement, parseHtml, rewrite } from '../render/element.ts'
import { looksBoxed } from './task-list.ts'

/** Puts the poll in the list's place, else in that of the first quote, else at the end, and takes the quotes away. */
export function placePoll(section: Element, { list, after }: { list?: Element; after: Element[] }, question: Question) {
  const poll = pollElement(question)
  const place = list ?? after[0]
  rewrite(section, node => {
    if (node === place) return [poll]
    return isElement(node) && after.includes(node) ? [] : [node]
  })
  if (!place) section.children.push(poll)
}

function pollElement(question: Question): Element {
  const { id, kind } = question
  if (!('choices' in question)) return create('div', { class: 'poll', 'data-poll': id, 'data-kind': kind })
  const shown = question.choices.toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const items = shown.map(({ key, html }) => create('li', { 'data-key': key }, parseHtml(html)))
  const list = create('ol', { class: 'choices' }, items)
  return create('div', { class: 'poll', 'data-poll': id, ...(kind === 'order' && { 'data-kind': kind }) }, [list])
}

/**
 * Puts the mistakes where the first list was. Lists, quotes, boxes and text that looks like a list with boxes are taken
 * out: any of them may hold a right answer.
 */
export function placeNotices(section: Element, mistakes: Mistake[]) {
  const notices = mistakes.map(({ line, message }) =>
    create('p', { class: 'mistake' }, [{ type: 'text', value: `line ${line}: ${message}` }]),
  )
  let placed = false
  rewrite(section, node => {
    if (!isElement(node) || notices.includes(node)) return [node]
    const telling = /^(?:ul|ol|blockquote|input)$/.test(node.tagName) || (TEXT.test(node.tagName) && looksBoxed([node]))
    if (!telling) return [node]
    if (placed || !/^[uo]l$/.test(node.tagName)) return []
    placed = true
    return notices
  })
  if (!placed) section.children.push(...notices)
}

const TEXT = /^(?:p|pre|td|dt|dd)$/
