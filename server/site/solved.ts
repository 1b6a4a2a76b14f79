/** A question's slide with its solution written along: what is right, by sign and word, the feedback, the explanation. */
import type { Question } from '../deck/deck.ts'
import { classes, create, elements, get, html, nodes, set } from '../deck/element.ts'
import { choicesOf } from '../lesson/kinds/choice.ts'

interface Words {
  right: string
  explanation: string
}

const EN: Words = { right: 'Right answer', explanation: 'Explanation' }
const WORDS: Record<string, Words> = { en: EN, fr: { right: 'Bonne réponse', explanation: 'Explication' } }

/**
 * @param slide its HTML, which says nothing of what is right
 * @param lang BCP 47 or ''
 */
export function solved(slide: string, question: Question, lang: string): string {
  const words = WORDS[lang.slice(0, 2).toLowerCase()] ?? EN
  const section = create('section', {}, nodes(slide))
  const all = [...elements(section)]
  const poll = all.find(element => get(element, 'data-poll') === question.id)
  if (!poll) return slide
  set(poll, 'class', [...classes(poll), 'solved'].join(' '))
  for (const item of elements(poll)) {
    const choice = choicesOf(question).find(({ key }) => key === get(item, 'data-key'))
    if (!choice) continue
    if (choice.right) {
      set(item, 'class', 'right')
      item.children.push(create('span', { class: 'verdict' }, [{ type: 'text', value: `✓ ${words.right}` }]))
    }
    if (choice.feedback) item.children.push(create('div', { class: 'feedback' }, nodes(choice.feedback)))
  }
  if (question.explanation) {
    const aside = { class: 'explanation', role: 'note', 'aria-label': words.explanation }
    poll.children.push(create('div', aside, nodes(question.explanation)))
  }
  return html(section.children)
}
