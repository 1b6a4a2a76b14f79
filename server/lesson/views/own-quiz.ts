/** What is one student's own of votes and quizzes: extra time, own deadlines, and being done. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { You } from '../../wire/messages.ts'
import type { Lesson } from '../lesson.ts'
import { quizPolls, quizView, seenQuiz } from '../quiz/quiz-view.ts'
import { runningQuiz } from '../quiz/running-quiz.ts'
import { place } from '../show/place.ts'
import { factorsOf } from '../vote/extra-time.ts'
import { extraTime, type VotingClock } from '../vote/voting-clock.ts'

interface Here {
  has(student: string): boolean
  students(): Iterable<string>
}

interface Change {
  before: Lesson
  after: Lesson
  replaced?: Deck
}

type OwnQuiz = Pick<You, 'factor' | 'closesAt' | 'left' | 'finished' | 'quiz' | 'polls'>

/** Nothing at all for a student who has no extra time and has finished no quiz. */
export function ownQuiz(lesson: Lesson, deck: Deck, student: string): OwnQuiz {
  const { factor } = lesson.students.get(student) ?? {}
  const finished = [...lesson.quizzes].flatMap(([segment, quiz]) => (quiz.finished.has(student) ? [segment] : []))
  return {
    ...(finished.length > 0 && { finished }),
    ...(factor !== undefined && { factor, ...ownTimes(lesson, factor), ...quizLeftBehind(lesson, deck) }),
  }
}

/**
 * Of the students who are here, those whose own times read something else after a change. Clocks, and where the class is,
 * reach those alone who have extra time; a quiz that is started again reaches those who had finished it.
 */
export function concernedByTime({ before, after, replaced }: Change, deck: Deck, here: Here): string[] {
  const slower = new Set([...factorsOf(before).keys(), ...factorsOf(after).keys()].filter(student => here.has(student)))
  const all = before.quizzes === after.quizzes ? slower : here.students()
  const reads = (lesson: Lesson, on: Deck, student: string) => JSON.stringify(ownQuiz(lesson, on, student))
  return [...all].filter(student => reads(before, replaced ?? deck, student) !== reads(after, deck, student))
}

/** Of what is open for a student with this factor: by poll, and for a quiz by its segment too. */
function ownTimes(lesson: Lesson, factor: number): Pick<OwnQuiz, 'closesAt' | 'left'> {
  const running = runningQuiz(lesson)
  const clocks: [id: string, VotingClock][] = [...lesson.polls].flatMap(([poll, rounds]) => {
    const round = rounds.at(-1)
    return round ? [[poll, round]] : []
  })
  if (running) clocks.push([running.segment, running.quiz])
  const own = clocks.filter(([, { phase, extra, allotted }]) => (phase === 'open' || extra) && allotted)
  const timesBy = (time: 'closesAt' | 'left') =>
    own.flatMap(([id, clock]) => {
      const shared = clock[time]
      return shared === undefined ? [] : [[id, shared + extraTime(clock, factor)] as const]
    })
  const [closesAt, left] = [timesBy('closesAt'), timesBy('left')]
  return {
    ...(closesAt.length > 0 && { closesAt: Object.fromEntries(closesAt) }),
    ...(left.length > 0 && { left: Object.fromEntries(left) }),
  }
}

/** The quiz in which extra time runs, once the class has gone on, so that it is in no slice that all students get. */
function quizLeftBehind(lesson: Lesson, deck: Deck): Pick<OwnQuiz, 'quiz' | 'polls'> {
  const running = runningQuiz(lesson)
  const sources = { ...lesson, deck, ...place(lesson, deck) }
  if (!running || seenQuiz('student', sources)?.segment === running.segment) return {}
  return { quiz: quizView('student', running, sources), polls: quizPolls('student', running, sources) }
}
