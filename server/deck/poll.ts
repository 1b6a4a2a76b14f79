/** What a slide shows in the place of a task list: the choices without a trace of the right ones, or what is wrong. */
import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import { choicesOf } from '../lesson/kinds/choice.ts'
import type { Choice, Mistake, Question } from './deck.ts'
import { create, isElement, nodes, rewrite } from './element.ts'

/** Puts the poll in the list's place and takes the quotes after it away. */
export function ask(section: Element, list: Element, after: Element[], question: Question) {
  const shown = [...choicesOf(question)].sort((a, b) => (a.key < b.key ? -1 : 1))
  const poll = create('div', { class: 'poll', 'data-poll': question.id }, [
    create(
      'ol',
      { class: 'choices' },
      shown.map(({ key, html }) => create('li', { 'data-key': key }, nodes(html))),
    ),
  ])
  rewrite(section, node => {
    if (node === list) return [poll]
    return isElement(node) && after.includes(node) ? [] : [node]
  })
}

/** Lists, quotes and boxes go: any of them may hold a right answer. The mistakes stand where the first list was. */
export function conceal(section: Element, mistakes: Mistake[]) {
  const notices = mistakes.map(({ line, message }) =>
    create('p', { class: 'mistake' }, [{ type: 'text', value: `line ${line}: ${message}` }]),
  )
  let placed = false
  rewrite(section, node => {
    if (!isElement(node) || !/^(?:ul|ol|blockquote|input)$/.test(node.tagName)) return [node]
    if (placed || !/^[uo]l$/.test(node.tagName)) return []
    placed = true
    return notices
  })
  if (!placed) section.children.push(...notices)
}

/** The same choices in the same order, with the letters dealt anew: `seed` decides how. */
export function shuffled(choices: Choice[], seed: string): Choice[] {
  const rank = new Map(
    choices.map(choice => [choice, createHash('sha256').update(`${seed} ${choice.key}`).digest('hex')]),
  )
  const order = [...choices].sort((a, b) => ((rank.get(a) ?? '') < (rank.get(b) ?? '') ? -1 : 1))
  const keys = choices.map(({ key }) => key)
  return choices.map(choice => ({ ...choice, key: keys[order.indexOf(choice)] ?? choice.key }))
}
