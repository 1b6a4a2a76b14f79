/**
 * Item analysis: what the answers of a class say of its questions. Pure. Scores are those of each question's last round;
 * students who were sent away do not count, and surveys have no scores.
 *
 * - Difficulty: the mean share of a question's points among those who answered it; the easier, the higher. With a point or
 *   none it is the share of right answers, as in R. L. Ebel and D. A. Frisbie, Essentials of Educational Measurement (1991).
 * - Discrimination: the corrected item–total correlation, see P. Kline, A Handbook of Test Construction (1986): Pearson's r,
 *   among those who answered it, of the score x on the question with the score y on all the others together,
 *   r = Σ(x − x̄)(y − ȳ) / √(Σ(x − x̄)² · Σ(y − ȳ)²). The total without the question itself, since with it every question of
 *   a short quiz would seem to tell strong from weak.
 */
import { mean, sampleCorrelation } from 'simple-statistics'
import { keptRounds, type Lesson } from '../lesson/lesson.ts'
import { mostPoints, pointsIn } from '../lesson/vote/score.ts'
import { rounded } from '../rules/points.ts'
import type { Report } from '../wire/report-view.ts'

export type ItemFigures = Pick<Report['polls'][number], 'difficulty' | 'discrimination'>

/** The scores of one student, by question. */
interface Row {
  total: number
  /** Of questions that the student has answered. */
  answered: Map<string, number>
}

/**
 * Fewest answers of which a correlation is told. Where there is none, its standard error is 1/√(n − 1): with 10 it is 0.33,
 * so that a strong figure still means something; the report calls it a hint below 30, where it is 0.19.
 */
const FEWEST = 10

/** By poll. Without answers a question has neither figure; with too few, or none that differ, no discrimination. */
export function itemAnalysis(lesson: Lesson): Map<string, ItemFigures> {
  const asked = [...lesson.polls].flatMap(([poll, rounds]) => {
    const round = keptRounds(rounds).at(-1)?.round
    const most = round && mostPoints(round.definition)
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
  // In an order of their own: sums of fractions depend on it.
  pairs.sort((a, b) => a.score - b.score || a.rest - b.rest)
  const scores = pairs.map(({ score }) => score)
  const rests = pairs.map(({ rest }) => rest)
  if (scores.length === 0) return {}
  const difficulty = rounded(within(0, mean(scores) / most, 1))
  if (scores.length < FEWEST || isConstant(scores) || isConstant(rests)) return { difficulty }
  return { difficulty, discrimination: rounded(within(-1, sampleCorrelation(scores, rests), 1)) }
}

const isConstant = (values: number[]): boolean => values.every(value => value === values[0])

/** A wrong answer may cost points, and rounding may step over the edge. */
const within = (least: number, value: number, most: number): number => Math.min(Math.max(value, least), most)
