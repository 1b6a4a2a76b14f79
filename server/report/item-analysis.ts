/**
 * Item analysis: what a class's answers say about the questions. Pure. Uses the scores of each question's last round;
 * removed students do not count, and surveys have no scores.
 *
 * - Difficulty: the mean share of the points among those who answered; the easier the question, the higher. If answers
 *   score all or nothing, it is the share of right answers, as in R. L. Ebel and D. A. Frisbie, Essentials of Educational
 *   Measurement (1991).
 * - Discrimination: the corrected item–total correlation, see P. Kline, A Handbook of Test Construction (1986): Pearson's r,
 *   among those who answered, of the score x on the question with the total y of all the others,
 *   r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² · Σ(y − ȳ)²). The total leaves out the question itself; otherwise every question of
 *   a short quiz would seem to discriminate.
 */
import { mean, sampleCorrelation } from 'simple-statistics'
import { keptRounds, type Lesson } from '../lesson/lesson.ts'
import { mostPointsOf, pointsIn } from '../lesson/vote/answer-points.ts'
import { rounded } from '../rules/most-points.ts'
import type { Report } from '../wire/report-view.ts'

export type ItemFigures = Pick<Report['polls'][number], 'difficulty' | 'discrimination'>

/** The scores of one student, by question. */
interface Row {
  total: number
  /** Only questions that the student has answered. */
  answered: Map<string, number>
}

/**
 * Fewest answers for a correlation to be shown. Without any real correlation its standard error is 1/√(n − 1), 0.33 for
 * 10 answers, so a strong figure still means something; below 30 (0.19) the report calls it a hint.
 */
const FEWEST = 10

/** By poll. Neither figure without answers; no discrimination with too few, or when all scores are equal. */
export function itemAnalysis(lesson: Lesson): Map<string, ItemFigures> {
  const asked = [...lesson.polls].flatMap(([poll, rounds]) => {
    const round = keptRounds(rounds).at(-1)?.round
    const most = round && mostPointsOf(round.definition)
    return round && most !== undefined && most > 0 ? [{ poll, round, most }] : []
  })
  const rows = [...lesson.students].flatMap(([id, { removed, joinedAt }]): Row[] => {
    if (removed) return []
    const scores = asked.map(({ poll, round }) => ({ poll, round, score: pointsIn(round, id, joinedAt) ?? 0 }))
    const answered = scores.filter(({ round }) => round.answers.has(id))
    return [
      {
        total: scores.reduce((sum, { score }) => sum + score, 0),
        answered: new Map(answered.map(({ poll, score }) => [poll, score])),
      },
    ]
  })
  return new Map(asked.map(({ poll, most }) => [poll, figuresOf(poll, most, rows)]))
}

function figuresOf(poll: string, most: number, rows: Row[]): ItemFigures {
  const pairs = rows.flatMap(({ total, answered }) => {
    const score = answered.get(poll)
    return score === undefined ? [] : [{ score, rest: rounded(total - score) }]
  })
  // Sorted, as floating-point sums depend on the order.
  pairs.sort((a, b) => a.score - b.score || a.rest - b.rest)
  const scores = pairs.map(({ score }) => score)
  const rests = pairs.map(({ rest }) => rest)
  if (scores.length === 0) return {}
  const difficulty = rounded(within(0, mean(scores) / most, 1))
  if (scores.length < FEWEST || isConstant(scores) || isConstant(rests)) return { difficulty }
  return { difficulty, discrimination: rounded(within(-1, sampleCorrelation(scores, rests), 1)) }
}

const isConstant = (values: number[]): boolean => values.every(value => value === values[0])

/** Wrong answers may cost points, and rounding may overshoot. */
const within = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)
