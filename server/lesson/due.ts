/** What the server does by itself, and when: deadlines of polls and quizzes, hints, and slides that go on after some time. Pure. */
import type { Deck, Slide } from '../deck/deck.ts'
import { next } from '../rules/deck-order.ts'
import type { AnyCommand } from './decision-types.ts'
import type { Lesson } from './lesson.ts'
import { runningQuiz, runningQuizOf } from './quiz/running-quiz.ts'
import { lastStep, place } from './show/place.ts'
import { endsAt } from './vote/closing.ts'
import { dueHints } from './workshop/hints.ts'

export interface Due {
  /** Ms since the epoch; may be past. */
  at: number
  command: AnyCommand
}

/** The earliest of all, if there is any. */
export function due(lesson: Lesson, deck: Deck): Due | undefined {
  if (lesson.endedAt !== undefined) return undefined
  const all = [...ofPolls(lesson), ...ofQuiz(lesson), ...ofHints(lesson, deck), ...ofSlide(lesson, deck)]
  return all.toSorted((a, b) => a.at - b.at)[0]
}

function ofPolls(lesson: Lesson): Due[] {
  return [...lesson.polls].flatMap(([poll, rounds]): Due[] => {
    const round = rounds.at(-1)
    if (!round || runningQuizOf(lesson, poll)) return []
    const { phase, opensAt } = round
    if (phase === 'ready' && opensAt !== undefined) return [{ at: opensAt, command: { type: 'open', poll } }]
    const at = endsAt(lesson, round)
    return at === undefined ? [] : [{ at, command: { type: 'close', poll } }]
  })
}

function ofQuiz(lesson: Lesson): Due[] {
  const { segment, quiz } = runningQuiz(lesson) ?? {}
  const at = quiz && endsAt(lesson, quiz)
  return segment === undefined || at === undefined ? [] : [{ at, command: { type: 'stopQuiz', segment } }]
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
