/** What a lesson has given: every poll and round with its counts, every student with their answers. Pure. */
import { type Item, items } from './items.ts'
import { choicesOf } from './lesson/kinds/choice.ts'
import { isRight, isSurvey, solution } from './lesson/kinds/kinds.ts'
import { rightTexts } from './lesson/kinds/text.ts'
import type { Lesson, Round } from './lesson/lesson.ts'
import { mostPoints, points, pointsIn, rounded } from './lesson/score.ts'
import { tally, valuesOf } from './lesson/tally.ts'
import type { Report } from './wire/messages.ts'

type Polls = [id: string, rounds: Round[]][]

/** Polls in the order of their first opening, students in the order of joining; removed students are kept. */
export function report(lesson: Lesson): Report {
  const { code, title, startedAt, endedAt } = lesson
  const polls: Polls = [...lesson.polls].toSorted(([a, [first]], [b, [second]]) =>
    before(first?.openedAt, second?.openedAt, a, b),
  )
  const students = [...lesson.students].toSorted(([a, first], [b, second]) =>
    before(first.joinedAt, second.joinedAt, a, b),
  )
  const analysed = items(lesson)
  return {
    lesson: { code, title, startedAt, ...(endedAt !== undefined && { endedAt }) },
    timeline: lesson.trail.toArray().map(({ slide: _, ...stop }) => stop),
    polls: polls.flatMap(([id, rounds]) => pollOf(id, rounds, analysed.get(id))),
    students: students.map(([id, { name, removed, joinedAt }]) => ({
      id,
      ...(name !== undefined && { name }),
      ...(removed && { removed }),
      ...marks(id, joinedAt, polls),
      answers: answersOf(id, polls),
    })),
  }
}

/** By time, then by id, so that two reports of a lesson are alike. */
const before = (a = 0, b = 0, idA: string, idB: string) => a - b || (idA < idB ? -1 : 1)

function pollOf(id: string, rounds: Round[], item?: Item): Report['polls'] {
  const definition = rounds.at(-1)?.definition
  if (!definition) return []
  const { kind, prompt, text } = definition
  const choices = choicesOf(definition)
  const most = mostPoints(definition)
  const html = {
    ...(isMore(prompt) && { prompt }),
    ...(choices.some(({ html }) => isMore(html)) && { choices: choices.map(({ html }) => html) }),
  }
  return [
    {
      id,
      kind,
      prompt: text,
      ...(choices.length > 0 && { choices: choices.map(choice => choice.text), keys: choices.map(({ key }) => key) }),
      ...(Object.keys(html).length > 0 && { html }),
      ...(definition.kind === 'scale' && {
        scale: { min: definition.min, max: definition.max, labels: definition.labels },
      }),
      ...(most !== undefined && { points: most }),
      ...item,
      rounds: rounds.map((round, index) => roundOf(round, index + 1)),
    },
  ]
}

/** There is something in it besides its text: a formula, code, a picture. */
const isMore = (html: string) => html.includes('<')

function roundOf(round: Round, number: number): Report['polls'][number]['rounds'][number] {
  const { definition, openedAt, closedAt } = round
  const results = tally(round)
  const { explanation: _, ...solved } = solution(definition, valuesOf(round.answers)) ?? { correct: [] }
  const given = rightTexts(definition, [results])
  return {
    round: number,
    openedAt,
    ...(closedAt !== undefined && { closedAt }),
    answered: results.total,
    results,
    ...(!isSurvey(definition) && { solution: { ...solved, ...(given && { given }) } }),
  }
}

function answersOf(student: string, polls: Polls): Report['students'][number]['answers'] {
  return polls.flatMap(([poll, rounds]) =>
    rounds.flatMap((round, index) => {
      const answer = round.answers.get(student)
      if (!answer) return []
      const right = isRight(round.definition, answer.value)
      const worth = points(round.definition, answer.value)
      return {
        poll,
        round: index + 1,
        value: answer.value,
        at: answer.at,
        ...(right !== undefined && { right }),
        ...(worth !== undefined && { points: worth }),
      }
    }),
  )
}

/** The last round of each question counts, also for those who did not answer it. */
function marks(
  student: string,
  joinedAt: number,
  polls: Polls,
): { points: number; mark?: number; unanswered?: Blank[] } {
  const last = polls.flatMap(([poll, rounds]) => {
    const round = rounds.at(-1)
    return round && !isSurvey(round.definition) ? [{ poll, number: rounds.length, round }] : []
  })
  const worth = last.map(({ poll, number, round }) => {
    const points = pointsIn(round, student, joinedAt) ?? 0
    return { poll, round: number, points, answered: round.answers.has(student) }
  })
  const most = last.reduce((sum, { round }) => sum + (mostPoints(round.definition) ?? 0), 0)
  const total = rounded(worth.reduce((sum, { points }) => sum + points, 0))
  const blanks = worth.flatMap(({ answered, ...blank }) => (answered || blank.points === 0 ? [] : [blank]))
  return {
    points: total,
    ...(most > 0 && { mark: rounded(Math.max(0, (20 * total) / most)) }),
    ...(blanks.length > 0 && { unanswered: blanks }),
  }
}

type Blank = NonNullable<Report['students'][number]['unanswered']>[number]
