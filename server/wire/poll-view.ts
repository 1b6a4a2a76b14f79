/** What a page is told of a question. */

export type Value = number[] | number | string

export interface PollView {
  id: string
  h: number
  v: number
  kind: 'choice' | 'number' | 'text' | 'words' | 'scale' | 'order'
  /** Several choices may be picked. */
  multiple: boolean
  /** HTML. */
  prompt: string
  /** Of `choice` and `order`: what an answer's indexes mean; pages show them by `key`. */
  choices: { key: string; html: string; none?: boolean }[]
  /** Of `scale`. */
  scale?: { min: number; max: number; labels: string[] }
  /** No right answer. */
  survey: boolean
  points: number
  /** How points are given; all or nothing when absent. */
  scoring?: Scoring
  round: number
  /** What people call the round, where that is not its number: rounds thrown away are not counted. */
  nth?: number
  phase: 'ready' | 'open' | 'closed'
  /** When voting opens by itself, after time to read; until then `ready`. */
  opensAt?: number
  openedAt?: number
  closesAt?: number
  /** Ms that are left, while the clock of the open poll is stopped. */
  left?: number
  /** Students who have answered this round; for students only with the results. */
  answered?: number
  /** For students and screen once shown (or live); for the presenter always. */
  results?: Results
  /** With the results of a later round: those of the round before, and who moved. */
  before?: Before
  /** For students and screen once shown; for the presenter always. */
  solution?: Solution
  /** Presenter: what was done to the texts that the results show; absent when nothing was. */
  moderation?: Moderation
  /** Presenter and screen, which may drive: what has been shown. */
  shown?: { results: boolean; solution: boolean }
  /** Presenter, once voting is closed, of a question with a right answer: how many answers of this round are right. */
  right?: number
  /** Presenter, while extra time runs: how many are still writing, and until when. */
  writing?: { students: number; until: number }
}

export interface Results {
  /** Students who have answered. */
  total: number
  /** Per choice, by index; per step of a scale, from the least. Empty for other kinds. */
  counts: number[]
  /** Of numbers and scales with an answer. */
  mean?: number
  median?: number
  /** Of `number`: ascending; many different ones come in classes, by their middle. */
  values?: { value: number; count: number }[]
  /** Of `text` and `words`: most frequent first. */
  texts?: { text: string; count: number }[]
  /** Texts beyond those. */
  others?: number
  /** Texts that the presenter has hidden, as often as they were given. */
  hidden?: number
  /** Of `order`: `places[index][place]` students put that choice there. */
  places?: number[][]
}

/** What the presenter has done to texts, each with how many gave it in the round. */
export interface Moderation {
  hidden: { text: string; count: number }[]
  merged: { text: string; into: string; count: number }[]
}

export interface Before {
  results: Results
  /** Of choices with one answer: `moves[from][to]` students who answered both rounds. */
  moves?: number[][]
}

export interface Solution {
  /** Indexes of the right choices; of `order`, all in the right order. */
  correct: number[]
  /** Of `number`: those accepted. */
  values?: { value: number; tolerance: number }[]
  /** Of `text`: those accepted. */
  texts?: string[]
  /** Of `text`, beside results: those of the results' texts, of either round, that are right. */
  given?: string[]
  /** Of `order`: how many answers are right. */
  right?: number
  /** HTML. */
  explanation?: string
}

/** `bareme` has the letters of Auto Multiple Choice. */
export type Scoring =
  | { scheme: 'partial' }
  | { scheme: 'amc'; bareme: { b?: number; m?: number; e?: number; v?: number; p?: number } }
