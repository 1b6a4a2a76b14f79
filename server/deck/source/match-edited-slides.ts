/** A deck that was edited while it is presented: slides, questions and tasks keep the ids that the lesson knows them by. */
import type { Aliases, Deck, Slide, Task } from '../deck.ts'
import type { Question } from '../question-types.ts'

/** Least share of words in common for two slides to be one and the same, edited. */
const ALIKE = 0.5

/**
 * What was only edited between two versions, new id → old id: of the slides that stand between the same two neighbours,
 * those that are alike; and so with tasks. A slide that was taken out and one that was put in are not: students may have
 * seen the first only.
 */
export function aliasesBetween(before: Deck, after: Deck): Aliases {
  const [old, fresh] = [before.slides.flat(), after.slides.flat()]
  const edited = editedPairs(old, fresh, wordsOf)
  const oldById = new Map(old.map(slide => [slide.id, slide]))
  const pairs = [...edited, ...fresh.map(slide => [slide, oldById.get(slide.id)] as const)]
  const asked = pairs.flatMap(([{ question }, same]) =>
    question && same?.question && question.id !== same.question.id ? [[question.id, same.question.id]] : [],
  )
  const tasks = editedPairs(tasksOf(old), tasksOf(fresh), ({ text }) => words(text))
  return {
    slides: Object.fromEntries(edited.map(([slide, same]) => [slide.id, same.id])),
    polls: Object.fromEntries(asked),
    tasks: Object.fromEntries(tasks.map(([task, same]) => [task.id, same.id])),
  }
}

/** The deck with the lesson's ids in it. An id that the text itself gives to a slide, question or task stays there. */
export function withLessonIds(deck: Deck, { slides, polls, tasks = {} }: Aliases): Deck {
  const all = deck.slides.flat()
  const slideIds = new Set(all.map(({ id }) => id))
  const pollIds = new Set(all.flatMap(({ question }) => question?.id ?? []))
  const taskIds = new Set(tasksOf(all).map(({ id }) => id))
  return { ...deck, slides: deck.slides.map(stack => stack.map(one)) }

  function one(slide: Slide): Slide {
    const { question } = slide
    const id = known(slides, slideIds, slide.id)
    const poll = question && known(polls, pollIds, question.id)
    const ids = (slide.tasks ?? []).map(task => [task, known(tasks, taskIds, task.id)] as const)
    const named = id === slide.id ? slide : { ...slide, id }
    const asked = question && poll !== undefined && poll !== question.id ? withPoll(named, question, poll) : named
    return ids.some(([task, id]) => task.id !== id) ? withTasks(asked, ids) : asked
  }
}

/** The id that the lesson has for what the text calls `id`. */
function known(aliases: Record<string, string>, taken: Set<string>, id: string): string {
  const alias = Object.hasOwn(aliases, id) ? aliases[id] : undefined
  if (alias === undefined || taken.has(alias)) return id
  taken.add(alias)
  return alias
}

function withPoll(slide: Slide, question: Question, poll: string): Slide {
  const html = slide.html.map(step => step.replace(` data-poll="${question.id}"`, () => ` data-poll="${poll}"`))
  return { ...slide, html, question: { ...question, id: poll } }
}

function withTasks(slide: Slide, ids: (readonly [task: Task, id: string])[]): Slide {
  const names = new Map(ids.map(([task, id]) => [task.id, id]))
  const html = slide.html.map(step =>
    step.replace(/ data-task="([^"]*)"/g, (_, id: string) => ` data-task="${names.get(id) ?? id}"`),
  )
  return { ...slide, html, tasks: ids.map(([task, id]) => ({ ...task, id })) }
}

interface Named {
  id: string
}

/** Fresh and old of what was edited: between the same neighbours, and alike in its words. */
function editedPairs<Item extends Named>(old: Item[], fresh: Item[], wordsOf: (item: Item) => Set<string>) {
  const oldIds = new Set(old.map(({ id }) => id))
  const freshIds = new Set(fresh.map(({ id }) => id))
  const gaps = gapsOf(old, freshIds)
  return [...gapsOf(fresh, oldIds)].flatMap(([neighbour, items]) => {
    const candidates = gaps.get(neighbour) ?? []
    return items.flatMap((item): [fresh: Item, old: Item][] => {
      const index = candidates.findIndex(candidate => alike(wordsOf(candidate), wordsOf(item)))
      const [match] = index < 0 ? [] : candidates.splice(0, index + 1).slice(-1)
      return match ? [[item, match]] : []
    })
  })
}

/** Those whose id is not among the others', by the id of the one before them ('' at the beginning). */
function gapsOf<Item extends Named>(items: Item[], others: ReadonlySet<string>): Map<string, Item[]> {
  const gaps = new Map<string, Item[]>()
  let neighbour = ''
  for (const item of items) {
    if (others.has(item.id)) neighbour = item.id
    else gaps.set(neighbour, [...(gaps.get(neighbour) ?? []), item])
  }
  return gaps
}

/** By the Sørensen–Dice coefficient. */
function alike(words: Set<string>, others: Set<string>): boolean {
  if (words.size === 0 && others.size === 0) return true
  const shared = [...words].filter(word => others.has(word)).length
  return (2 * shared) / (words.size + others.size) >= ALIKE
}

const tasksOf = (slides: Slide[]): Task[] => slides.flatMap(({ tasks }) => tasks ?? [])

const wordsOf = ({ html }: Slide) => words((html.at(-1) ?? '').replace(/<[^>]*>/g, ' '))

const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
