/** Everything that the benchmark can measure, and how large it is measured. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { measureBytes } from './measures/bytes.ts'
import { measureClass } from './measures/class.ts'
import { measureDeck } from './measures/deck.ts'
import { measureEdit } from './measures/edit.ts'
import { measureHistory } from './measures/history.ts'
import { measurePaint } from './measures/paint.ts'
import { measureQuiz } from './measures/quiz.ts'
import { measureRestart } from './measures/restart.ts'
import { measureViews } from './measures/views.ts'
import { measureWorkshop } from './measures/workshop.ts'
import type { Row } from './table.ts'

/** How much of everything there is. */
export interface Scale {
  students: number
  /** Slide changes that count, and those before them that only warm both servers up. */
  changes: number
  warmup: number
  /** In the log that is brought up again. */
  events: number
  /** In the deck that is rendered. */
  slides: number
  /** Of the deck's file. */
  saves: number
  /** That answer while the views of the others are counted, and ms from the first answer to the last. */
  phones: number
  spread: number
  /** Students of a quiz and of a workshop, and ms in which all answer the one, and for which the other lasts. */
  morning: number
  answering: number
  lasting: number
  /** First visits of a phone, and slide changes there. */
  visits: number
  turns: number
  /** Whether decks of `../shared` and the tools to compare with are wanted; both may be missing. */
  compared: boolean
}

/** What is published; the budgets of DESIGN §11 speak of 5,000 students. */
export const FULL: Scale = {
  students: 2_000,
  changes: 15,
  warmup: 5,
  events: 1_000_000,
  slides: 1_000,
  saves: 9,
  phones: 200,
  spread: 3_000,
  morning: 1_000,
  answering: 10_000,
  lasting: 600_000,
  visits: 3,
  turns: 12,
  compared: true,
}

/** Enough to see that a scenario still runs. */
export const SMALL: Scale = {
  students: 10,
  changes: 2,
  warmup: 1,
  events: 2_000,
  slides: 80,
  saves: 1,
  phones: 10,
  spread: 200,
  morning: 10,
  answering: 1_000,
  lasting: 1_500,
  visits: 1,
  turns: 2,
  compared: false,
}

/** What a scenario is given for one run. */
export interface Bench {
  scale: Scale
  /** Empty, and removed afterwards. */
  folder: string
  /** Node's flags for our server. */
  flags: string[]
  /** Ends the processes that the scenario has started. */
  stop: AbortSignal
}

/** Ms that one run of a scenario may take, beside what it lasts by itself. */
const TIME_LIMIT = 180_000

export const scenarios = {
  class: measureClass,
  restart: measureRestart,
  history: measureHistory,
  deck: measureDeck,
  edit: measureEdit,
  views: measureViews,
  bytes: measureBytes,
  paint: measurePaint,
  workshop: measureWorkshop,
  quiz: measureQuiz,
} satisfies Record<string, (bench: Bench) => Promise<Row[]>>

export type ScenarioName = keyof typeof scenarios

/** @param flags Node's, for our server */
export async function runScenario(name: ScenarioName, scale: Scale, flags: string[] = []): Promise<Row[]> {
  const ended = new AbortController()
  const stop = AbortSignal.any([ended.signal, AbortSignal.timeout(TIME_LIMIT + scale.lasting)])
  const folder = await mkdtemp(join(tmpdir(), 'amphi-bench-'))
  try {
    return await scenarios[name]({ scale, folder, flags, stop })
  } finally {
    ended.abort()
    await rm(folder, { recursive: true, maxRetries: 10 })
  }
}
