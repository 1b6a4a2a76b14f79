/** Slices about the lesson as a whole, and where it is. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { LessonView } from '../../wire/messages.ts'
import type { Lesson } from '../lesson.ts'
import { runningQuiz } from '../quiz/running-quiz.ts'
import { begunAt } from '../segments/current-segment.ts'
import { defineSlice, EVERYONE } from './define-slice.ts'

export const lesson = defineSlice(
  EVERYONE,
  ({
    lesson: { code, endedAt, joinCode, locked, trail, visits, polls, quizzes },
    deck,
    passing: { join, saving, mistakes },
  }) => ({
    code,
    endedAt,
    joinCode,
    locked,
    begun: begunAt(trail),
    visits,
    polls,
    quizzes,
    deck,
    join,
    saving,
    mistakes,
  }),
  ({ deck, begun, visits, polls, quizzes, ...reads }, role): LessonView => {
    const left = role === 'presenter' ? orphansOf(polls, quizzes, deck) : []
    return {
      code: reads.code,
      title: deck.title,
      status: reads.endedAt === undefined ? 'live' : 'over',
      join: reads.join,
      lang: deck.lang,
      ...(deck.options.rtl === true && { dir: 'rtl' as const }),
      version: deck.version,
      identity: deck.identity ?? 'anonymous',
      ...(role === 'student' && deck.pulse && { pulse: true as const }),
      ...(role !== 'student' && { joinCode: reads.joinCode, locked: reads.locked }),
      ...(role === 'presenter' && {
        saving: reads.saving,
        mistakes: reads.mistakes,
        ...(begun !== undefined && { startedAt: begun }),
        ...(visits.size > 0 && { visits: visits.map(({ segment, at }) => ({ segment, at })).toArray() }),
        ...(left.length > 0 && { orphans: left }),
      }),
    }
  },
)

export const position = defineSlice(
  EVERYONE,
  ({ at: { h, v, f }, lesson: { blank } }) => ({ h, v, f, blank }),
  reads => reads,
)

/** Ids of open questions that were taken out of the deck; those of a quiz are still asked there. */
function orphansOf(polls: Lesson['polls'], quizzes: Lesson['quizzes'], deck: Deck): string[] {
  const { quiz } = runningQuiz({ quizzes }) ?? {}
  const asked = new Set(quiz?.polls.map(({ poll }) => poll))
  const open = [...polls].flatMap(([id, rounds]) => (rounds.at(-1)?.phase === 'open' && !asked.has(id) ? [id] : []))
  return open.filter(id => !deck.slides.some(stack => stack.some(({ question }) => question?.id === id)))
}
