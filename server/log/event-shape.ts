/** What an event in a log looks like: the one schema that every commit is held to when it is read. Older logs lack what is optional. */
import { z } from 'zod'
import type { Bareme, Choice, Kind, NumberEntry, Question, TextEntry } from '../deck/question-types.ts'
import type { LessonEvent } from '../lesson/lesson.ts'

/** A schema for every field: one that is left out does not compile. */
type Fields<T, By = never> = { [Name in Exclude<keyof T, By>]-?: z.ZodType<T[Name]> }
type OfKind<K extends Kind> = Fields<Extract<Question, { kind: K }>, 'kind'>
type OfType<T extends LessonEvent['type']> = Fields<Extract<LessonEvent, { type: T }>, 'type'>

const text = z.string()
const number = z.number()
const flag = z.boolean()
const index = z.int().min(0)
const round = z.int().min(1)

const score = number.exactOptional()
const bareme = z.object({ b: score, m: score, e: score, v: score, p: score } satisfies Fields<Bareme>)
const scoring = z.discriminatedUnion('scheme', [
  z.object({ scheme: z.literal('partial') }),
  z.object({ scheme: z.literal('amc'), bareme }),
])

const choices = z.array(
  z.object({
    key: text,
    html: text,
    text,
    feedback: text.exactOptional(),
    right: flag.exactOptional(),
    none: flag.exactOptional(),
    place: index.exactOptional(),
  } satisfies Fields<Choice>),
)
const feedback = text.exactOptional()
const numbers = z.array(
  z.object({ value: number, tolerance: number, right: flag, feedback } satisfies Fields<NumberEntry>),
)
const accepted = z.array(z.object({ text, right: flag, feedback } satisfies Fields<TextEntry>))

const asked = {
  id: text,
  prompt: text,
  text,
  explanation: text.exactOptional(),
  read: number.exactOptional(),
  time: number.exactOptional(),
  points: number,
  scoring: scoring.exactOptional(),
  live: flag,
  assets: z.array(text).exactOptional(),
}
const questions = {
  choice: { ...asked, multiple: flag, choices, shuffled: z.literal(true).exactOptional() },
  number: { ...asked, entries: numbers },
  text: { ...asked, entries: accepted },
  words: asked,
  scale: { ...asked, min: number, max: number, labels: z.array(text) },
  order: { ...asked, choices },
} satisfies { [K in Kind]: OfKind<K> }
const definition = union<Question>('kind', questions)

const at = number
const poll = text
const student = text
const segment = text
const seconds = number.exactOptional()
const extra = z.literal(true).exactOptional()
const message = text
const task = text
const events = {
  started: { at, code: text, title: text, deck: text, lang: text.exactOptional() },
  moved: {
    at,
    h: index,
    v: index,
    f: z.int().min(-1),
    slide: text,
    number: round.exactOptional(),
    label: text.exactOptional(),
    title: text.exactOptional(),
  },
  blanked: { at, on: flag },
  announced: { at, poll, round, definition, opensAt: number },
  opened: { at, poll, round, definition, closesAt: number.exactOptional() },
  timed: { at, poll, round, closesAt: number.exactOptional(), left: number.exactOptional() },
  closed: { at, poll, round, extra },
  reopened: { at, poll, round },
  resultsShown: { at, poll, shown: flag },
  solutionShown: { at, poll, shown: flag },
  reset: { at, poll, round },
  joined: { at, student },
  named: { at, student, name: text },
  answered: { at, poll, round, student, value: z.union([z.array(index), number, text]) },
  locked: { at, on: flag },
  edited: {
    at,
    aliases: z.object({
      slides: z.record(text, text),
      polls: z.record(text, text),
      tasks: z.record(text, text).exactOptional(),
    }),
  },
  removed: { at, student },
  swept: { at, students: z.array(text), gone: flag },
  readmitted: { at, student },
  textHidden: { at, poll, text, hidden: flag },
  textMerged: { at, poll, text, into: text.exactOptional() },
  nameHidden: { at, student, hidden: flag },
  rankingShown: { at, shown: flag },
  joinCodeShown: { at, shown: flag },
  ended: { at },
  segmentEntered: { at, segment, kind: z.enum(['talk', 'quiz', 'workshop', 'break']), title: text, seconds },
  paceSet: { at, segment, to: z.enum(['class', 'self']) },
  timerSet: { at, endsAt: number, seconds: number, kind: z.enum(['break', 'timer']), segment: text.exactOptional() },
  timerStopped: { at },
  quizStarted: { at, segment, polls: z.array(z.object({ poll, round })), closesAt: number.exactOptional() },
  quizTimed: { at, segment, closesAt: number.exactOptional(), left: number.exactOptional() },
  quizClosed: { at, segment, extra },
  finished: { at, segment, student, on: flag },
  extraTimeGiven: { at, student, factor: number },
  tasksListed: { at, segment, tasks: z.array(z.object({ id: text, text })) },
  marked: { at, task, student, state: z.enum(['done', 'stuck', 'open']) },
  helpAsked: { at, student, task: task.exactOptional(), seat: text.exactOptional(), trying: extra },
  helpComing: { at, student },
  helpEnded: { at, student, by: z.enum(['student', 'presenter']) },
  hintGiven: { at, task, hint: round, to: z.enum(['stuck', 'all']) },
  asked: { at, message, student, text, signed: flag, state: z.enum(['waiting', 'open']) },
  upvoted: { at, message, student, on: flag },
  moderated: { at, message, state: z.enum(['open', 'shown', 'answered', 'hidden']) },
  pulsed: { at, student, feeling: z.enum(['lost', 'fast', 'clear', 'none']), slide: text, f: z.int().min(-1) },
} satisfies { [T in LessonEvent['type']]: OfType<T> }

const commit = z.array(union<LessonEvent>('type', events))

type Fits<T extends LessonEvent['type']> = Record<keyof OfType<T>, (value: unknown) => boolean>

const isText = (value: unknown) => typeof value === 'string'
const isNumber = Number.isFinite
const isIndex = (value: unknown) => Number.isInteger(value) && Number(value) >= 0
const isRound = (value: unknown) => isIndex(value) && value !== 0
const isValue = (value: unknown) => isText(value) || isNumber(value) || (Array.isArray(value) && value.every(isIndex))

/** Nearly all of a long log. A schema copies every event, which takes longer than reading it. */
const frequent = new Map(
  Object.entries({
    answered: {
      at: isNumber,
      poll: isText,
      round: isRound,
      student: isText,
      value: isValue,
    } satisfies Fits<'answered'>,
    joined: { at: isNumber, student: isText } satisfies Fits<'joined'>,
  }).map(([type, fits]) => [type, Object.entries(fits)]),
)

/** The first event and field that is malformed, such as `event 2 student`; '' for anything but a list; undefined when all is well. */
export function shapeError(value: unknown): string | undefined {
  if (Array.isArray(value) && value.every(isFrequent)) return undefined
  const checked = commit.safeParse(value)
  if (checked.success) return undefined
  const [place, ...field] = checked.error.issues[0]?.path ?? []
  return place === undefined ? '' : ['event', Number(place) + 1, ...field].join(' ')
}

function isFrequent(event: unknown): boolean {
  const fields = event as Record<string, unknown> | null
  const fits = frequent.get(String(fields?.type))
  return fits?.every(([name, fits]) => fits(fields?.[name])) ?? false
}

/** Of objects that are told apart by one field. */
function union<T>(by: string, shapes: Record<string, z.core.$ZodShape>): z.ZodType<T> {
  const [first, ...others] = Object.entries(shapes).map(([name, fields]) =>
    z.object({ [by]: z.literal(name), ...fields }),
  )
  if (!first) throw new Error(`no shapes to tell apart by ${by}`)
  return z.discriminatedUnion(by, [first, ...others]) as unknown as z.ZodType<T>
}
