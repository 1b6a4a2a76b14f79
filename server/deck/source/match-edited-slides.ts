/** A deck that was edited while it is presented: slides and questions keep the ids that the lesson knows them by. */
import type { Aliases, Deck, Slide } from '../deck.ts'

/** Least share of words in common for two slides to be one and the same, edited. */
const ALIKE = 0.5

/**
 * What was only edited between two versions, new id → old id: of the slides that stand between the same two neighbours,
 * those that are alike. A slide that was taken out and one that was put in are not: students may have seen the first only.
 */
export function aliasesBetween(before: Deck, after: Deck): Aliases {
  const [old, fresh] = [before.slides.flat(), after.slides.flat()]
  const oldIds = new Set(old.map(({ id }) => id))
  const freshIds = new Set(fresh.map(({ id }) => id))
  const gaps = gapsOf(old, freshIds)
  const pairs: [Slide, Slide][] = fresh.flatMap(slide => {
    const same = old.find(({ id }) => id === slide.id)
    return same ? [[slide, same] as [Slide, Slide]] : []
  })
  for (const [neighbour, slides] of gapsOf(fresh, oldIds)) {
    const candidates = gaps.get(neighbour) ?? []
    for (const slide of slides) {
      const index = candidates.findIndex(candidate => alike(candidate, slide))
      const [match] = index < 0 ? [] : candidates.splice(0, index + 1).slice(-1)
      if (match) pairs.push([slide, match])
    }
  }
  const moved = pairs.filter(([slide, same]) => slide.id !== same.id)
  const asked = pairs.flatMap(([{ question }, same]) =>
    question && same.question && question.id !== same.question.id ? [[question.id, same.question.id]] : [],
  )
  return {
    slides: Object.fromEntries(moved.map(([slide, same]) => [slide.id, same.id])),
    polls: Object.fromEntries(asked),
  }
}

/** The deck with the lesson's ids in it. An id that the text itself gives to a slide or question stays there. */
export function withLessonIds(deck: Deck, { slides, polls }: Aliases): Deck {
  const all = deck.slides.flat()
  const slideIds = new Set(all.map(({ id }) => id))
  const pollIds = new Set(all.flatMap(({ question }) => question?.id ?? []))
  const known = (aliases: Record<string, string>, taken: Set<string>, id: string) => {
    const alias = Object.hasOwn(aliases, id) ? aliases[id] : undefined
    if (alias === undefined || taken.has(alias)) return id
    taken.add(alias)
    return alias
  }
  const one = (slide: Slide): Slide => {
    const { question } = slide
    const id = known(slides, slideIds, slide.id)
    const poll = question && known(polls, pollIds, question.id)
    if (!question || !poll || poll === question.id) return id === slide.id ? slide : { ...slide, id }
    const html = slide.html.map(step => step.replace(` data-poll="${question.id}"`, () => ` data-poll="${poll}"`))
    return { ...slide, id, html, question: { ...question, id: poll } }
  }
  return { ...deck, slides: deck.slides.map(stack => stack.map(one)) }
}

/** Slides whose id is not among the others', by the id of the slide before them ('' at the beginning). */
function gapsOf(slides: Slide[], others: ReadonlySet<string>): Map<string, Slide[]> {
  const gaps = new Map<string, Slide[]>()
  let neighbour = ''
  for (const slide of slides) {
    if (others.has(slide.id)) neighbour = slide.id
    else gaps.set(neighbour, [...(gaps.get(neighbour) ?? []), slide])
  }
  return gaps
}

/** The Sørensen–Dice coefficient of the words that they show. */
function alike(a: Slide, b: Slide): boolean {
  const [words, others] = [wordsOf(a), wordsOf(b)]
  if (words.size === 0 && others.size === 0) return true
  const shared = [...words].filter(word => others.has(word)).length
  return (2 * shared) / (words.size + others.size) >= ALIKE
}

const wordsOf = ({ html }: Slide): Set<string> =>
  new Set(
    (html.at(-1) ?? '')
      .replace(/<[^>]*>/g, ' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  )
