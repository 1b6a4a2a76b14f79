/** The slice that is one student's own, and who has to be told it again after a change. Pure. */
import type { Deck } from '../../deck/deck.ts'
import type { OwnAnswer, You } from '../../wire/messages.ts'
import { isCounted } from '../event-traits.ts'
import { feedback, isRight, sameQuestion } from '../kinds/kinds.ts'
import { keptRounds, type Lesson, type LessonEvent, type Round } from '../lesson.ts'
import { raceOf } from '../people/ranking.ts'
import { answerPoints, pointsIn } from '../vote/answer-points.ts'
import { isTold } from '../vote/question-view.ts'
import { sameReads } from './define-slice.ts'
import { concernedByTime, ownQuiz } from './own-quiz.ts'
import { concernedByEdit, concernedByWork, ownWork } from './own-workshop.ts'

/** The students who have a connection. */
interface Here {
  has(student: string): boolean
  students(): Iterable<string>
}

interface Change {
  before: Lesson
  after: Lesson
  /** What led from one to the other. */
  events: LessonEvent[]
  /** The deck until then, when it has been replaced. */
  replaced?: Deck
}

/** @param token the student's credential, which is no part of the lesson */
export function you(lesson: Lesson, student: string, token: string, deck: Deck): You {
  const { name, joinedAt } = personOf(lesson, student)
  const answers: [poll: string, OwnAnswer][] = []
  const missed: [poll: string, number][] = []
  for (const [poll, rounds] of lesson.polls) {
    const reads = ownReads(rounds, student, joinedAt)
    const answer = ownAnswer(reads)
    if (answer) answers.push([poll, answer])
    if (reads.missed) missed.push([poll, reads.missed])
  }
  const rank = placesOf(lesson)?.get(student)
  return {
    id: student,
    token,
    ...(name !== undefined && { name }),
    // Ids come from the deck: by assignment `__proto__` would not be kept.
    answers: Object.fromEntries(answers),
    ...(missed.length > 0 && { missed: Object.fromEntries(missed) }),
    ...(rank && { rank }),
    ...ownQuiz(lesson, deck, student),
    ...ownWork(lesson, deck, student),
  }
}

/** Of the students who are here, those whose own slice reads something else after a change. */
export function concerned(change: Change, deck: Deck, here: Here): string[] {
  const { before, after, events, replaced } = change
  if (replaced)
    return [
      ...new Set([...concernedByEdit(after, replaced, deck, here.students()), ...concernedByTime(change, deck, here)]),
    ]
  const actors = new Set(
    events.flatMap(event => ('student' in event && here.has(event.student) ? [event.student] : [])),
  )
  // There may be thousands a second, and each is somebody's own; but for the queue for help, where others move up.
  if (events.every(isCounted) && before.workshop.help === after.workshop.help) return [...actors]
  return [
    ...new Set([
      ...concernedByVotes(change, actors, here),
      ...concernedByTime(change, deck, here),
      ...concernedByWork(change, here.students()),
    ]),
  ]
}

/**
 * What somebody does reaches the others' slices in two ways only: by the frame of a question's rounds, which is all but
 * the answers, and by the ranking.
 */
function concernedByVotes({ before, after }: Change, actors: ReadonlySet<string>, here: Here): string[] {
  const changed = [...after.polls].flatMap(([poll, rounds]) => {
    const old = before.polls.get(poll) ?? []
    return rounds === old ? [] : [{ old, rounds }]
  })
  const reframed = changed.filter(({ old, rounds }) => !sameReads(old.flatMap(frameOf), rounds.flatMap(frameOf)))
  const [placesBefore, placesAfter] = [placesOf(before), placesOf(after)]
  const others = reframed.length > 0 || before.students !== after.students || placesBefore !== placesAfter

  return [...(others ? here.students() : actors)].filter(student => {
    const person = personOf(after, student)
    if (!sameReads(personOf(before, student), person)) return true
    if (!sameReads(placesBefore?.get(student) ?? {}, placesAfter?.get(student) ?? {})) return true
    const readsOf = (rounds: readonly Round[]) => ownReads(rounds, student, person.joinedAt)
    return (actors.has(student) ? changed : reframed).some(
      ({ old, rounds }) => !sameReads(readsOf(old), readsOf(rounds)),
    )
  })
}

function personOf({ students }: Lesson, student: string) {
  const { name, joinedAt = 0 } = students.get(student) ?? {}
  return { name, joinedAt }
}

const placesOf = (lesson: Lesson) => (lesson.ranking ? raceOf(lesson).places : undefined)

const frameOf = (round: Round) => [round.definition, round.closedAt, round.discarded, isTold(round)]

/** What a student's own slice reads of a question: the last answer with its round, and what no answer costs. */
function ownReads(rounds: readonly Round[], student: string, joinedAt: number) {
  const index = rounds.findLastIndex(({ answers }) => answers.has(student))
  const [round, latest] = [rounds[index], rounds.at(-1)]
  const kept = keptRounds(rounds).at(-1)?.round
  return {
    number: index + 1,
    given: round?.answers.get(student),
    definition: round?.definition,
    told: round && isTold(round),
    /** The question as it has been asked again since. */
    again: round && round !== latest ? latest?.definition : undefined,
    missed: round !== latest && kept && isTold(kept) ? pointsIn(kept, student, joinedAt) : undefined,
  }
}

/** Whether an answer was right, and the feedback on it, only once the solution is shown. */
function ownAnswer({ number, given, definition, told, again }: ReturnType<typeof ownReads>): OwnAnswer | undefined {
  if (!given || !definition) return undefined
  const own: OwnAnswer = { round: number, value: given.value, at: given.at }
  if (again) own.earlier = true
  if (again && sameQuestion(definition, again)) own.fits = true
  if (!told) return own
  const [right, worth] = [isRight(definition, given.value), answerPoints(definition, given.value)]
  if (right !== undefined) own.right = right
  if (worth !== undefined) own.points = worth
  own.feedback = feedback(definition, given.value)
  return own
}
