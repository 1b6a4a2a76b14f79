/** The results of a lesson: each poll and round with its counts, each student with their answers. Pure. */
import type { Question } from '../deck/question-types.ts'
import { choicesOf } from '../lesson/kinds/choice.ts'
import { isRight, isSurvey, solution } from '../lesson/kinds/kinds.ts'
import { rightTexts } from '../lesson/kinds/text.ts'
import { type Answer, keptRounds, type Lesson, type Round, type SetAside } from '../lesson/lesson.ts'
import { answerPoints, mostPointsOf, pointsIn } from '../lesson/vote/answer-points.ts'
import { moderationOf, tally, valuesOf } from '../lesson/vote/tally.ts'
import { rounded } from '../rules/most-points.ts'
import type { Report } from '../wire/report-view.ts'
import { courseOf } from './course.ts'
import { messagesOf, pulsesOf } from './feedback.ts'
import { type ItemFigures, itemAnalysis } from './item-analysis.ts'
import { finishedBy, quizPlaces, quizzesOf } from './quiz-times.ts'
import { callsOf, tasksBy, workshopsOf } from './workshop-times.ts'

type Polls = [id: string, rounds: Counted[]][]
type Counted = ReturnType<typeof keptRounds>[number]

/** Polls in the order they were first opened, those of a quiz in its own, students in the order they joined, including removed ones. */
export function report(lesson: Lesson): Report {
  const { code, title, startedAt, endedAt } = lesson
  const inQuiz = quizPlaces(lesson)
  const polls = [...lesson.polls]
    .map(([id, rounds]): Polls[number] => [id, keptRounds(rounds)])
    .toSorted(([a, [first]], [b, [second]]) => {
      const places = (inQuiz.get(a) ?? 0) - (inQuiz.get(b) ?? 0)
      return (first?.round.openedAt ?? 0) - (second?.round.openedAt ?? 0) || places || before(0, 0, a, b)
    })
  const analysed = itemAnalysis(lesson)
  return {
    lesson: { code, title, startedAt, ...(endedAt !== undefined && { endedAt }) },
    timeline: lesson.trail.toArray().map(({ slide: _, ...stop }) => stop),
    ...unlessEmpty('segments', courseOf(lesson)),
    ...unlessEmpty('quizzes', quizzesOf(lesson)),
    ...unlessEmpty('workshops', workshopsOf(lesson)),
    ...unlessEmpty('help', callsOf(lesson)),
    ...unlessEmpty('messages', messagesOf(lesson)),
    ...unlessEmpty('pulses', pulsesOf(lesson)),
    polls: polls.flatMap(([id, rounds]) => pollOf(id, rounds, analysed.get(id))),
    students: byJoining(lesson).map(([id, { name, removed, joinedAt, setAside = [] }]) => ({
      id,
      ...(name !== undefined && { name }),
      ...(removed && { removed }),
      // A removed student's answers are listed but do not count.
      ...(removed ? { points: 0 } : marks(id, joinedAt, polls)),
      answers: removed ? setAside.flatMap(aside => answersSetAside(aside, polls)) : answersOf(id, polls),
      ...unlessEmpty('finished', removed ? [] : finishedBy(lesson, id)),
      ...unlessEmpty('tasks', removed ? [] : tasksBy(lesson, id)),
    })),
  }
}

const unlessEmpty = <Name extends string, Item>(name: Name, items: Item[]) =>
  (items.length > 0 ? { [name]: items } : {}) as { [name in Name]?: Item[] }

export const byJoining = ({ students }: Lesson) =>
  [...students].toSorted(([a, first], [b, second]) => before(first.joinedAt, second.joinedAt, a, b))

/** By time, then by id, so that reports of a lesson are reproducible. */
const before = (a = 0, b = 0, idA: string, idB: string) => a - b || (idA < idB ? -1 : 1)

function pollOf(id: string, rounds: Counted[], figures?: ItemFigures): Report['polls'] {
  const definition = rounds.at(-1)?.round.definition
  if (!definition) return []
  const asked = askedIn(definition)
  const most = mostPointsOf(definition)
  return [
    {
      id,
      ...asked,
      ...(most !== undefined && { points: most }),
      ...figures,
      rounds: rounds.map(({ number, round }) => {
        const then = askedIn(round.definition)
        // The question as an earlier round asked it.
        return { ...(JSON.stringify(then) !== JSON.stringify(asked) && then), ...roundOf(round, number) }
      }),
    },
  ]
}

/** The question, and what the indexes and steps in answers mean. */
function askedIn(definition: Question) {
  const { kind, prompt, text } = definition
  const choices = choicesOf(definition)
  const html = {
    ...(isMore(prompt) && { prompt }),
    ...(choices.some(({ html }) => isMore(html)) && { choices: choices.map(({ html }) => html) }),
  }
  return {
    kind,
    prompt: text,
    ...(kind === 'scale' && { scale: { min: definition.min, max: definition.max, labels: definition.labels } }),
    ...(choices.length > 0 && { choices: choices.map(choice => choice.text), keys: choices.map(({ key }) => key) }),
    ...(Object.keys(html).length > 0 && { html }),
  }
}

/** Whether it contains more than text: a formula, code, a picture. */
const isMore = (html: string) => html.includes('<')

function roundOf(round: Round, number: number): Report['polls'][number]['rounds'][number] {
  const { definition, openedAt, closedAt } = round
  const [results, moderation] = [tally(round), moderationOf(round)]
  const { explanation: _, ...solved } = solution(definition, valuesOf(round.answers)) ?? { correct: [] }
  const given = rightTexts(definition, [results])
  return {
    round: number,
    openedAt,
    ...(closedAt !== undefined && { closedAt }),
    answered: results.total,
    results,
    ...(moderation && { moderation }),
    ...(!isSurvey(definition) && { solution: { ...solved, ...(given && { given }) } }),
  }
}

type GivenAnswer = Report['students'][number]['answers'][number]

function answersOf(student: string, polls: Polls): GivenAnswer[] {
  return polls.flatMap(([poll, rounds]) =>
    rounds.flatMap(counted => {
      const answer = counted.round.answers.get(student)
      return answer ? [answerOf(poll, counted, answer)] : []
    }),
  )
}

function answersSetAside({ poll, round: number, answer }: SetAside, polls: Polls): GivenAnswer[] {
  const rounds = polls.find(([id]) => id === poll)?.[1] ?? []
  return rounds.filter(counted => counted.number === number).map(counted => answerOf(poll, counted, answer))
}

function answerOf(poll: string, { number, round: { definition } }: Counted, { value, at }: Answer): GivenAnswer {
  const right = isRight(definition, value)
  const worth = answerPoints(definition, value)
  return {
    poll,
    round: number,
    value,
    at,
    ...(right !== undefined && { right }),
    ...(worth !== undefined && { points: worth }),
  }
}

/** The last round of each question counts, even for those who did not answer it. */
function marks(
  student: string,
  joinedAt: number,
  polls: Polls,
): { points: number; mark?: number; unanswered?: Blank[] } {
  const last = polls.flatMap(([poll, rounds]) => {
    const last = rounds.at(-1)
    return last && !isSurvey(last.round.definition) ? [{ poll, ...last }] : []
  })
  const worth = last.map(({ poll, number, round }) => {
    const points = pointsIn(round, student, joinedAt) ?? 0
    return { poll, round: number, points, answered: round.answers.has(student) }
  })
  const most = last.reduce((sum, { round }) => sum + (mostPointsOf(round.definition) ?? 0), 0)
  const total = rounded(worth.reduce((sum, { points }) => sum + points, 0))
  const blanks = worth.flatMap(({ answered, ...blank }) => (answered || blank.points === 0 ? [] : [blank]))
  return {
    points: total,
    ...(most > 0 && { mark: rounded(Math.max(0, (20 * total) / most)) }),
    ...(blanks.length > 0 && { unanswered: blanks }),
  }
}

type Blank = NonNullable<Report['students'][number]['unanswered']>[number]
