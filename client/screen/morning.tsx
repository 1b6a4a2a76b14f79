/** The parts of a morning on the wall: boards in the place of the slide, what stands beside it, a message, and the card that says what begins. */
import { computed, type ReadonlySignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import { Beside } from './beside/beside.tsx'
import { type Brief, briefSlide, hasOwnGround } from './boards/brief-slide.ts'
import { MessageBoard } from './boards/message-board.tsx'
import { TitleCard } from './boards/title-card.tsx'
import { type Parts, wallParts } from './boards/wall-parts.ts'
import { BreakBoard } from './break/break-board.tsx'
import { QuizBoard } from './quiz/quiz-board.tsx'
import type { WallState } from './wall-state.ts'
import { WorkshopBoard } from './workshop/workshop-board.tsx'

/** What is shown of it at the moment. */
export interface Shown extends Parts {
  brief: Brief | undefined
  /** The slide's ground is the deck's. */
  plain: boolean
}

const NOTHING: Brief = { title: '', lead: '' }

export function Morning({ wall, shown: { board, beside, brief = NOTHING, plain } }: { wall: WallState; shown: Shown }) {
  const { quiz, workshop, inbox, lesson } = wall.link.slices
  const message = lesson.value?.status === 'live' ? inbox.value?.message : undefined
  return (
    <>
      {board === 'break' && <BreakBoard wall={wall} brief={brief} />}
      {board === 'quiz' && quiz.value && <QuizBoard wall={wall} quiz={quiz.value} />}
      {board === 'workshop' && workshop.value && <WorkshopBoard wall={wall} workshop={workshop.value} brief={brief} />}
      {beside.length > 0 && <Beside wall={wall} parts={beside} covered={board !== undefined} plain={plain} />}
      {message && <MessageBoard message={message} />}
      <TitleCard wall={wall} />
    </>
  )
}

/** What the wall shows of the morning; nothing over an overview of all slides. */
export function useShown({ link, overview }: WallState): Shown {
  const slide = useSlide(link)
  const asking = useAsking(link)
  const { lesson, segment, quiz, polls, workshop, timer } = link.slices
  const { brief, plain } = slide.value
  if (overview.value) return { beside: [], brief, plain }
  const seen = {
    lesson: lesson.value,
    segment: segment.value,
    quiz: quiz.value,
    polls: polls.value,
    workshop: workshop.value,
    timer: timer.value,
  }
  return { ...wallParts({ ...seen, brief: brief !== undefined, asking }), brief, plain }
}

/** What there is to know of the current slide. */
const useSlide = ({ deck, slices: { position } }: WallState['link']): ReadonlySignal<Pick<Shown, 'brief' | 'plain'>> =>
  useMemo(
    () =>
      computed(() => {
        const { h, v } = position.value ?? { h: -1, v: -1 }
        const slide = deck.value?.slides[h]?.[v]
        if (!slide) return { brief: undefined, plain: true }
        return { brief: briefSlide(slide.html, slide.attributes), plain: !hasOwnGround(slide.attributes) }
      }),
    [deck, position],
  )

/** Whether the class has gone to one of the questions since the quiz was started, for a look at it on the wall. */
function useAsking({ slices: { quiz, poll, position } }: WallState['link']): boolean {
  const started = useRef<{ quiz: string; place: string } | undefined>(undefined)
  const { segment, openedAt } = quiz.value ?? {}
  const { h, v } = position.value ?? {}
  const [running, place] = [`${segment} ${openedAt}`, `${h} ${v}`]
  if (started.current?.quiz !== running) started.current = { quiz: running, place }
  return Boolean(poll.value) && started.current.place !== place
}
