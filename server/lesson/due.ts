/** What the server does by itself, and when: deadlines of polls, and slides that go on after some time. Pure. */
import type { Deck } from '../deck/deck.ts'
import type { Command } from './decision.ts'
import type { Lesson } from './lesson.ts'
import { place } from './show/place.ts'

export interface Due {
  /** Ms since the epoch; may be past. */
  at: number
  command: Command
}

/** The next of all, if there is any. */
export function due(lesson: Lesson, deck: Deck): Due | undefined {
  if (lesson.endedAt !== undefined) return undefined
  return [...ofPolls(lesson), ...ofSlide(lesson, deck)].toSorted((a, b) => a.at - b.at)[0]
}

function ofPolls(lesson: Lesson): Due[] {
  return [...lesson.polls].flatMap(([poll, rounds]): Due[] => {
    const { phase, opensAt, closesAt } = rounds.at(-1) ?? {}
    if (phase === 'ready' && opensAt !== undefined) return [{ at: opensAt, command: { type: 'open', poll } }]
    return phase === 'open' && closesAt !== undefined ? [{ at: closesAt, command: { type: 'close', poll } }] : []
  })
}

/** As reveal.js' auto-slide, but that it begins with the presenter's first step, and a black screen and a question hold it. */
function ofSlide(lesson: Lesson, deck: Deck): Due[] {
  const { h, v, f } = place(lesson, deck)
  const slide = deck.slides[h]?.[v]
  const wait = slide?.auto?.[f + 1]
  const begun = lesson.position.at > lesson.startedAt
  if (!slide || !wait || !begun || lesson.blank || slide.question) return []
  const below = deck.slides[h]?.[v + 1] ? { h, v: v + 1, f: -1 } : deck.slides[h + 1] && { h: h + 1, v: 0, f: -1 }
  const to = f < slide.html.length - 2 ? { h, v, f: f + 1 } : below
  return to ? [{ at: lesson.position.at + wait, command: { type: 'move', ...to } }] : []
}
