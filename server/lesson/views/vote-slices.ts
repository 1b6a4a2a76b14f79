/** Slices about questions. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { PollView } from '../../wire/poll-view.ts'
import { keptRounds, type Lesson, type Round } from '../lesson.ts'
import { isSecret } from '../quiz/quiz-slides.ts'
import { runningQuizOf } from '../quiz/running-quiz.ts'
import { slideAt } from '../show/place.ts'
import { stillWriting } from '../vote/extra-time.ts'
import { type AskedQuestion, isTold, questionView } from '../vote/question-view.ts'
import { defineSlice, EVERYONE, sameReads } from './define-slice.ts'

/** The question of the current slide. Of a quiz, students hear nothing before it is asked. */
export const poll = defineSlice(
  EVERYONE,
  ({ lesson, deck, at: { h, v }, passing: { now } }) => {
    const slide = slideAt(deck, { h, v })
    const question = slide?.question
    const rounds = question && lesson.polls.get(question.id)
    const clock = rounds?.at(-1)
    const finished = question && runningQuizOf(lesson, question.id)?.quiz.finished
    const { students = 0, until = 0 } = (clock && stillWriting(lesson, clock, finished, now)) ?? {}
    const secret = slide && isSecret(lesson, deck, slide)
    return { question, h, v, rounds, students, until, secret }
  },
  ({ question, h, v, rounds, students, until, secret }, role) => {
    if (!question || (role === 'student' && secret)) return null
    return questionView(role, { question, h, v, rounds, ...(students > 0 && { writing: { students, until } }) })
  },
)

/** What students may look back at: the questions of which they have been told all there is to say. */
export const solved = defineSlice(
  ['student'],
  ({ lesson, deck }) => toldQuestions(lesson, deck).map(toldView),
  views => views,
)

/** The questions that have been asked, in rounds that count. */
export const asked = defineSlice(
  ['presenter'],
  ({ lesson: { polls } }) => [...polls].flatMap(([poll, rounds]) => (keptRounds(rounds).length > 0 ? [poll] : [])),
  polls => polls,
)

function toldQuestions({ polls }: Lesson, deck: Deck): ToldQuestion[] {
  return deck.slides.flatMap((stack, h) =>
    stack.flatMap(({ question }, v) => {
      const rounds = question && polls.get(question.id)
      const latest = rounds?.at(-1)
      return question && rounds && latest && isTold(latest) ? [{ question, h, v, rounds }] : []
    }),
  )
}

interface ToldQuestion extends AskedQuestion {
  rounds: readonly Round[]
}

/** Rounds are never changed, and of many solved questions few get new ones. */
const toldViews = new WeakMap<readonly Round[], { asked: ToldQuestion; view: PollView }>()

function toldView(asked: ToldQuestion): PollView {
  const known = toldViews.get(asked.rounds)
  if (known && sameReads(known.asked, asked)) return known.view
  const view = questionView('student', asked)
  toldViews.set(asked.rounds, { asked, view })
  return view
}
