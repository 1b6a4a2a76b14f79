/** A lesson's events and the state they fold to. Nothing but `evolve` makes a state. */
import { List, Map as PersistentMap } from 'immutable'
import type { Aliases, Question } from '../deck/deck.ts'
import type { Value } from '../wire/poll-view.ts'
import { type Moderated, untouched } from './kinds/text-groups.ts'
import { type Moderating, moderate } from './moderation.ts'
import { type NameIndex, reindexed } from './name-index.ts'

/** `at` is ms since the epoch, on the server's clock. */
export type LessonEvent = { at: number } /** `lang` as the deck says it; absent when it does not. */ & (
  | { type: 'started'; code: string; title: string; deck: string; lang?: string }
  /** `number` is the slide's place in the deck, from 1, which older logs do not say; people call it `label` where that is given. */
  | { type: 'moved'; h: number; v: number; f: number; slide: string; number?: number; label?: string }
  | { type: 'blanked'; on: boolean }
  /** Voting opens at `opensAt`, after time to read. */
  | { type: 'announced'; poll: string; round: number; definition: Question; opensAt: number }
  | { type: 'opened'; poll: string; round: number; definition: Question; closesAt?: number }
  /** Another deadline; or none, with the ms that are left when the clock goes on. */
  | { type: 'timed'; poll: string; round: number; closesAt?: number; left?: number }
  | { type: 'closed'; poll: string; round: number }
  /** The last close was a mistake: the same round goes on, with its answers and without a deadline. */
  | { type: 'reopened'; poll: string; round: number }
  | { type: 'resultsShown'; poll: string; shown: boolean }
  | { type: 'solutionShown'; poll: string; shown: boolean }
  | { type: 'reset'; poll: string; round: number }
  | { type: 'joined'; student: string }
  | { type: 'named'; student: string; name: string }
  | { type: 'answered'; poll: string; round: number; student: string; value: Value }
  | { type: 'locked'; on: boolean }
  | { type: 'edited'; aliases: Aliases }
  | { type: 'removed'; student: string }
  /** Removed together; with `gone`, whoever has answered nothing is forgotten. */
  | { type: 'swept'; students: string[]; gone: boolean }
  | { type: 'readmitted'; student: string }
  | ({ poll: string } & Moderating)
  | { type: 'nameHidden'; student: string; hidden: boolean }
  | { type: 'rankingShown'; shown: boolean }
  | { type: 'joinCodeShown'; shown: boolean }
  | { type: 'ended' }
)

type Answered = Extract<LessonEvent, { type: 'answered' }>

export interface Lesson {
  code: string
  title: string
  /** Path of the deck. */
  deck: string
  /** BCP 47, as the deck said when the lesson began; absent when it did not. */
  lang?: string
  startedAt: number
  endedAt?: number
  /** `at` is when it was gone to. */
  position: { h: number; v: number; f: number; slide: string; at: number }
  blank: boolean
  locked: boolean
  ranking: boolean
  joinCode: boolean
  /** Slide id → furthest step that students have seen. Going back does not un-show. */
  shown: PersistentMap<string, number>
  /** Where the class was, slide by slide in order of time; after `MAX_TRAIL` only slides that it had not been to. */
  trail: List<{ at: number; h: number; v: number; slide: string; number?: number; label?: string }>
  /** Poll id → its rounds, the current one last; absent until it is first opened. Round 3 is the third, be the second discarded or not. */
  polls: PersistentMap<string, Round[]>
  /** Student id → student. */
  students: PersistentMap<string, Student>
  /** Of the students who were not removed. */
  names: NameIndex
  /** By which ids the lesson knows slides and polls that were edited since it began. */
  aliases: Aliases
}

export interface Round {
  /** The question as it stood in the deck when the round was opened. */
  definition: Question
  phase: 'ready' | 'open' | 'closed'
  openedAt: number
  /** While it is being read. */
  opensAt?: number
  closesAt?: number
  /** Ms until the close, while the clock is stopped. */
  left?: number
  closedAt?: number
  results: boolean
  solution: boolean
  /** What the presenter has done to the texts that were given; the same in all rounds of a poll. */
  moderated?: Moderated
  /** Its answers were thrown away; the next opening is another round. */
  discarded?: true
  /** Student id → the last answer given. */
  answers: PersistentMap<string, Given>
}

export interface Student {
  joinedAt: number
  name?: string
  /** The ranking keeps the place without the name. */
  nameHidden?: true
  removed: boolean
  /** While removed: answers that count nowhere, until the student is let back in. */
  setAside?: SetAside[]
}

export interface SetAside {
  poll: string
  round: number
  answer: Given
}

export interface Given {
  value: Value
  at: number
}

/** Changes of slide that are remembered; a day of leafing to and fro has fewer. */
const MAX_TRAIL = 10_000

/** A lesson before its first event. */
export const nothing: Lesson = {
  code: '',
  title: '',
  deck: '',
  startedAt: 0,
  position: { h: 0, v: 0, f: -1, slide: '', at: 0 },
  blank: false,
  locked: false,
  ranking: false,
  joinCode: false,
  shown: PersistentMap(),
  trail: List(),
  polls: PersistentMap(),
  students: PersistentMap(),
  names: PersistentMap(),
  aliases: { slides: {}, polls: {} },
}

export function evolve(lesson: Lesson, event: LessonEvent): Lesson {
  switch (event.type) {
    case 'started': {
      const { at, code, title, deck, lang } = event
      return { ...lesson, code, title, deck, startedAt: at, ...(lang && { lang }) }
    }
    case 'moved': {
      const { h, v, f, slide } = event
      const shown = lesson.shown.set(slide, Math.max(lesson.shown.get(slide) ?? -1, f))
      return { ...lesson, position: { h, v, f, slide, at: event.at }, shown, trail: trodden(lesson, event) }
    }
    case 'blanked':
      return { ...lesson, blank: event.on }
    case 'announced':
      return begin(lesson, event, { phase: 'ready', opensAt: event.opensAt })
    case 'opened':
      return begin(lesson, event, { phase: 'open', ...(event.closesAt !== undefined && { closesAt: event.closesAt }) })
    case 'timed':
      return withRound(lesson, event.poll, ({ closesAt: _, left: __, ...round }) => ({
        ...round,
        ...(event.closesAt !== undefined && { closesAt: event.closesAt }),
        ...(event.left !== undefined && { left: event.left }),
      }))
    case 'closed':
      return withRound(lesson, event.poll, round => ({ ...round, phase: 'closed', closedAt: event.at }))
    case 'reopened':
      return withRound(lesson, event.poll, ({ closedAt: _, closesAt: __, left: ___, ...round }) => ({
        ...round,
        phase: 'open',
      }))
    case 'resultsShown':
      return withRound(lesson, event.poll, round => ({ ...round, results: event.shown }))
    case 'solutionShown':
      return withRound(lesson, event.poll, round => ({ ...round, solution: event.shown }))
    case 'reset':
      return withRound(lesson, event.poll, ({ definition, openedAt, moderated }) => ({
        definition,
        phase: 'ready',
        openedAt,
        results: false,
        solution: false,
        ...(moderated && { moderated }),
        discarded: true,
        answers: PersistentMap(),
      }))
    case 'answered':
      return withAnswers(lesson, [event])
    case 'joined':
      return withStudent(lesson, event.student, {
        ...lesson.students.get(event.student),
        joinedAt: event.at,
        removed: false,
      })
    case 'named':
      return withName(lesson, event.student, event.name)
    case 'removed':
      return withoutStudents(lesson, [event.student])
    case 'swept':
      return withoutStudents(lesson, event.students, event.gone)
    case 'readmitted':
      return withStudentAgain(lesson, event.student)
    case 'locked':
      return { ...lesson, locked: event.on }
    case 'textHidden':
    case 'textMerged':
      return withRounds(lesson, event.poll, round => ({
        ...round,
        moderated: moderate(round.moderated ?? untouched, round.definition, event),
      }))
    case 'nameHidden':
      return withNameHidden(lesson, event.student, event.hidden)
    case 'rankingShown':
      return { ...lesson, ranking: event.shown }
    case 'joinCodeShown':
      return { ...lesson, joinCode: event.shown }
    case 'edited': {
      const slides = { ...lesson.aliases.slides, ...event.aliases.slides }
      return { ...lesson, aliases: { slides, polls: { ...lesson.aliases.polls, ...event.aliases.polls } } }
    }
    case 'ended':
      return { ...lesson, endedAt: event.at }
    default:
      return event satisfies never
  }
}

/** Evolves by all events in turn. The answers of a run are put in together: one by one, each would copy the round. */
export function fold(events: Iterable<LessonEvent>, from = nothing): Lesson {
  let lesson = from
  let run: Answered[] = []
  for (const event of events) {
    if (event.type !== 'answered' || event.poll !== run[0]?.poll) {
      lesson = withAnswers(lesson, run)
      run = []
    }
    if (event.type === 'answered') run.push(event)
    else lesson = evolve(lesson, event)
  }
  return withAnswers(lesson, run)
}

/** The current round of a poll that was opened at least once. */
export const currentRound = (lesson: Lesson, poll: string): Round | undefined => lesson.polls.get(poll)?.at(-1)

/** The rounds of a poll that count, with their numbers. */
export const keptRounds = (rounds: readonly Round[]): { number: number; round: Round }[] =>
  rounds.flatMap((round, index) => (round.discarded ? [] : [{ number: index + 1, round }]))

/** Steps on one slide are one visit. */
function trodden({ trail, shown }: Lesson, { type: _, f: __, ...stop }: Extract<LessonEvent, { type: 'moved' }>) {
  if (trail.last()?.slide === stop.slide || (trail.size >= MAX_TRAIL && shown.has(stop.slide))) return trail
  return trail.push(stop)
}

function begin(
  lesson: Lesson,
  { poll, round: number, definition, at }: Extract<LessonEvent, { definition: Question }>,
  phase: Pick<Round, 'phase' | 'opensAt' | 'closesAt'>,
): Lesson {
  const rounds = lesson.polls.get(poll) ?? []
  const moderated = rounds.at(-1)?.moderated
  const round: Round = {
    definition,
    ...phase,
    openedAt: at,
    results: false,
    solution: false,
    ...(moderated && { moderated }),
    answers: PersistentMap(),
  }
  return { ...lesson, polls: lesson.polls.set(poll, [...rounds.slice(0, number - 1), round]) }
}

function withRounds(lesson: Lesson, id: string, change: (round: Round) => Round): Lesson {
  const rounds = lesson.polls.get(id)
  return rounds ? { ...lesson, polls: lesson.polls.set(id, rounds.map(change)) } : lesson
}

function withRound(lesson: Lesson, id: string, change: (round: Round) => Round): Lesson {
  const rounds = lesson.polls.get(id)
  const current = rounds?.at(-1)
  if (!rounds || !current) return lesson
  return { ...lesson, polls: lesson.polls.set(id, [...rounds.slice(0, -1), change(current)]) }
}

/** All are to the same poll. */
function withAnswers(lesson: Lesson, run: Answered[]): Lesson {
  const [first] = run
  if (!first) return lesson
  return withRound(lesson, first.poll, round => ({
    ...round,
    answers: round.answers.withMutations(answers => {
      for (const { student, value, at } of run) answers.set(student, { value, at })
    }),
  }))
}

/** An empty name takes the name away. */
function withName(lesson: Lesson, id: string, name: string): Lesson {
  const { name: _, ...student } = lesson.students.get(id) ?? { joinedAt: 0, removed: false }
  return withStudent(lesson, id, name === '' ? student : { ...student, name })
}

function withNameHidden(lesson: Lesson, id: string, hidden: boolean): Lesson {
  const { nameHidden: _, ...student } = lesson.students.get(id) ?? { joinedAt: 0, removed: false }
  return withStudent(lesson, id, { ...student, ...(hidden && { nameHidden: true as const }) })
}

/** Takes the students' answers out of every count, and keeps them aside. With `forget`, who has none is as if never here. */
function withoutStudents(lesson: Lesson, ids: readonly string[], forget = false): Lesson {
  const leaving = new Set(ids)
  const setAside = new Map<string, SetAside[]>()
  const withoutThem = (round: Round, poll: string, number: number): Round => {
    // Whichever are fewer are looked at.
    const few = round.answers.size < leaving.size
    const found = few
      ? [...round.answers.keys()].filter(id => leaving.has(id))
      : ids.filter(id => round.answers.has(id))
    for (const id of found) {
      const answer = round.answers.get(id)
      if (answer) setAside.set(id, [...(setAside.get(id) ?? []), { poll, round: number, answer }])
    }
    return found.length > 0 ? { ...round, answers: round.answers.deleteAll(found) } : round
  }
  const polls = lesson.polls.map((rounds, poll) => rounds.map((round, index) => withoutThem(round, poll, index + 1)))
  let { names } = lesson
  const students = lesson.students.withMutations(students => {
    for (const id of leaving) {
      const before = students.get(id)
      const answers = setAside.get(id)
      const after = { ...(before ?? { joinedAt: 0 }), removed: true, ...(answers && { setAside: answers }) }
      names = reindexed(names, before, after)
      if (forget && !answers) students.delete(id)
      else students.set(id, after)
    }
  })
  return { ...lesson, polls, students, names }
}

/** Puts the answers back into the rounds that they were given in, discarded ones apart. */
function withStudentAgain(lesson: Lesson, id: string): Lesson {
  const { setAside = [], ...student } = lesson.students.get(id) ?? { joinedAt: 0 }
  const polls = lesson.polls.withMutations(polls => {
    for (const { poll, round, answer } of setAside) {
      if (lesson.polls.get(poll)?.[round - 1]?.discarded) continue
      changeAnswers(polls, poll, round, answers => answers.set(id, answer))
    }
  })
  return withStudent({ ...lesson, polls }, id, { ...student, removed: false })
}

function changeAnswers(
  polls: Lesson['polls'],
  poll: string,
  number: number,
  change: (answers: Round['answers']) => Round['answers'],
): void {
  polls.update(poll, [], rounds =>
    rounds.map((round, index) => (index === number - 1 ? { ...round, answers: change(round.answers) } : round)),
  )
}

/** The only way in which a student changes: the names follow. */
function withStudent(lesson: Lesson, id: string, student: Student): Lesson {
  const names = reindexed(lesson.names, lesson.students.get(id), student)
  return { ...lesson, names, students: lesson.students.set(id, student) }
}
