/** What the wall shows of the morning beside the slide, or in its place. Pure. */
import type { Slices } from '#wire/messages'

export type Part = 'break' | 'quiz' | 'workshop' | 'timer'

/** What has the whole wall, and what stands beside the slide. */
export interface Parts {
  board?: 'break' | 'quiz' | 'workshop'
  beside: Part[]
}

type Told = { [K in 'lesson' | 'segment' | 'quiz' | 'polls' | 'workshop' | 'timer']: Slices[K] | undefined }

interface Seen extends Told {
  /** The slide says no more than a board can say in its place. */
  brief: boolean
  /** The class has gone to look at one of the questions since the quiz was started. */
  asking: boolean
}

export function wallParts({ lesson, segment, quiz, polls = [], workshop, timer, brief, asking }: Seen): Parts {
  if (lesson?.status !== 'live') return { beside: [] }
  const beside: Part[] = timer?.kind === 'timer' ? ['timer'] : []
  const released = polls.some(({ results, solution }) => results !== undefined || solution !== undefined)
  if (quiz && quiz.phase !== 'ready') {
    const here = segment?.id === quiz.segment && !asking
    if (here && (quiz.phase === 'open' || !released)) return { board: 'quiz', beside }
    if (quiz.phase === 'open') beside.push('quiz')
  }
  if (segment?.kind === 'break') return brief ? { board: 'break', beside } : { beside: [...beside, 'break'] }
  if (!workshop) return { beside }
  const onBoard = brief && workshop.tasks.length > 0
  return onBoard ? { board: 'workshop', beside } : { beside: [...beside, 'workshop'] }
}
