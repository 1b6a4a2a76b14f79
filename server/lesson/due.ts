/** What the server does by itself, and when: deadlines of polls, hints, and slides that go on after some time. Pure. */
import type { Deck, Slide } from '../deck/deck.ts'
import { next } from '../rules/deck-order.ts'
import type { AnyCommand } from './decision-types.ts'
import type { Lesson } from './lesson.ts'
import { lastStep, place } from './show/place.ts'
import { dueHints } from './workshop/hints.ts'

export interface Due {
  /** Ms since the epoch; may be past. */
  at: number
  command: AnyCommand
}

/** The earliest of all, if there is any. */
export function due(lesson: Lesson, deck: Deck): Due | undefined {
  if (lesson.endedAt !== undefined) return undefined
  return [...ofPolls(lesson), ...ofHints(lesson, deck), ...ofSlide(lesson, deck)].toSorted((a, b) => a.at - b.at)[0]
}

function ofPolls(lesson: Lesson): Due[] {
  return [...lesson.polls].flatMap(([poll, rounds]): Due[] => {
    const { phase, opensAt, closesAt } = rounds.at(-1) ?? {}
    if (phase === 'ready' && opensAt !== undefined) return [{ at: opensAt, command: { type: 'open', poll } }]
    return phase === 'open' && closesAt !== undefined ? [{ at: closesAt, command: { type: 'close', poll } }] : []
  })
}

const ofHints = (lesson: Lesson, deck: Deck): Due[] =>
  dueHints(lesson, deck).map(({ at, task }) => ({ at, command: { type: 'hint', task, to: 'stuck' } }))

/** As reveal.js' auto-slide, except that it starts with the presenter's first step, and waits at a black screen or a question. */
function ofSlide(lesson: Lesson, deck: Deck): Due[] {
  const { h, v, f } = place(lesson, deck)
  const slide = deck.slides[h]?.[v]
  const wait = slide?.auto?.[f + 1]
  const begun = lesson.position.at > lesson.startedAt
  if (!slide || !wait || !begun || lesson.blank || slide.question) return []
  const to = next({ slides: deck.slides.map(stack => stack.map(withSteps)) }, { h, v, f })
  return to ? [{ at: lesson.position.at + wait, command: { type: 'move', ...to } }] : []
}

const withSteps = (slide: Slide) => ({ attributes: slide.attributes, steps: lastStep(slide) + 1 })
