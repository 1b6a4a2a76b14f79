/** Who is in a class, how many questions each has answered, and how far they are in a quiz, for the presenter's list of people. Pure. */
import type { Deck } from '../deck/deck.ts'
import { isRight } from '../lesson/kinds/kinds.ts'
import { keptRounds, type Lesson, type SetAside, type Student } from '../lesson/lesson.ts'
import type { Quiz } from '../lesson/quiz/quiz-events.ts'
import { seenQuiz } from '../lesson/quiz/quiz-view.ts'
import { place } from '../lesson/show/place.ts'
import type { ListedStudent } from '../wire/report-view.ts'
import { byJoining } from './report.ts'

/** In the order of joining, including removed students. @param deck of a lesson that is on */
export function roster(lesson: Lesson, deck?: Deck): ListedStudent[] {
  const { polls } = lesson
  const counts = new Map<string, number>()
  const rounds = [...polls.values()].flatMap(keptRounds)
  for (const { round } of rounds) {
    for (const student of round.answers.keys()) counts.set(student, (counts.get(student) ?? 0) + 1)
  }
  const stillCounts = ({ poll, round }: SetAside) => polls.get(poll)?.[round - 1]?.discarded === undefined
  const answersOf = (id: string, { removed, setAside = [] }: Student) =>
    removed ? setAside.filter(stillCounts).length : (counts.get(id) ?? 0)
  const quiz = deck && namedQuiz(lesson, deck)
  return byJoining(lesson).map(([id, student]) => ({
    id,
    ...(student.name !== undefined && { name: student.name }),
    ...(student.removed && { removed: true as const }),
    answers: answersOf(id, student),
    ...(student.factor !== undefined && { factor: student.factor }),
    ...(quiz && !student.removed && { quiz: inQuiz(lesson, quiz, id) }),
  }))
}

/** The quiz that the presenter is told of, once started; none where students have no names. */
function namedQuiz(lesson: Lesson, deck: Deck): Quiz | undefined {
  const isNamed = deck.identity === 'name' || deck.identity === 'nickname'
  return isNamed ? seenQuiz('presenter', { ...lesson, deck, ...place(lesson, deck) })?.quiz : undefined
}

/** What is right is said once nobody can answer any more. */
function inQuiz({ polls }: Lesson, quiz: Quiz, student: string): NonNullable<ListedStudent['quiz']> {
  const isOver = quiz.phase === 'closed' && !quiz.extra
  const answers = quiz.polls.map(({ poll, round: number }) => {
    const round = polls.get(poll)?.[number - 1]
    const value = round?.answers.get(student)?.value
    if (!round || value === undefined) return 'none'
    const right = isOver && round.phase === 'closed' ? isRight(round.definition, value) : undefined
    return right === undefined ? 'given' : right ? 'right' : 'wrong'
  })
  return { ...(quiz.finished.has(student) && { finished: true as const }), answers }
}
