/** The questions of a class to look back at, with what one's answers came to. */
import type { OwnAnswer } from '#wire/messages'
import type { PollView } from '#wire/poll-view'
import { type SlidePlace, seenPlaces } from '../paging/seen-slides.ts'
import type { Session } from '../session.ts'

export interface Asked {
  answer: OwnAnswer | undefined
  /** The question, once its solution has been shown. */
  poll: PollView | undefined
  /** Points for no answer. */
  missed: number | undefined
}

/** Slides with a question that was answered, or could have been. */
export function askedSlides({ link }: Session): (Asked & { place: SlidePlace; title: string })[] {
  const deck = link.deck.value
  const { answers = {}, missed = {} } = link.slices.you.value ?? {}
  if (!deck) return []
  return seenPlaces(deck).flatMap(place => {
    const slide = deck.slides[place.h]?.[place.v]
    if (slide?.poll === undefined) return []
    const answer = answers[slide.poll]
    const poll = link.slices.solved.value?.find(({ id }) => id === slide.poll)
    return answer || poll ? [{ place, title: slide.title ?? slide.id, answer, poll, missed: missed[slide.poll] }] : []
  })
}
