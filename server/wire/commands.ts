/** What clients say to the server, as schemas: everything is checked against these at the door. */
import { z } from 'zod'
import { LONGEST_MESSAGE, LONGEST_SEAT, MAX_NAME, PROTOCOL, ROLES } from './protocol.ts'

const id = z.string().min(1).max(200)
const text = z.string().min(1).max(1_000)
const index = z.int().min(0).max(100_000)
const confirmed = z.literal(true).optional()
const time = z.number().min(1).max(86_400)
const more = z.number().min(1).max(3_600)

export const command = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('move'), h: index, v: index, f: z.int().min(-1).max(10_000) }),
  z.strictObject({ type: z.literal('blank'), on: z.boolean() }),
  z.strictObject({ type: z.literal('open'), poll: id, seconds: time.optional() }),
  z.strictObject({ type: z.literal('close'), poll: id }),
  /** Takes the last close back: the same round goes on. */
  z.strictObject({ type: z.literal('reopen'), poll: id }),
  /** `confirmed`: although somebody's extra time still runs. */
  z.strictObject({ type: z.literal('results'), poll: id, shown: z.boolean(), confirmed }),
  z.strictObject({ type: z.literal('solution'), poll: id, shown: z.boolean(), confirmed }),
  z.strictObject({ type: z.literal('again'), poll: id }),
  z.strictObject({ type: z.literal('reset'), poll: id }),
  /** Of a question of texts or words: hides those that count as this one from all but the presenter. */
  z.strictObject({ type: z.literal('hideText'), poll: id, text, hidden: z.boolean() }),
  /** Likewise: counts one text with another, or, without `into`, apart again. */
  z.strictObject({ type: z.literal('mergeText'), poll: id, text, into: text.optional() }),
  z.strictObject({
    type: z.literal('answer'),
    poll: id,
    round: z.int().min(1).max(1_000),
    value: z.union([z.array(z.int().min(0).max(11)).max(12), z.number(), z.string().max(1_000)]),
    /** When the student tapped, ms on the server's clock as the phone knows it. */
    tappedAt: z.number().optional(),
  }),
  /** More time until the deadline, where there is one. */
  z.strictObject({ type: z.literal('extend'), poll: id, seconds: more }),
  /** Stops the clock of an open poll, and lets it go on. */
  z.strictObject({ type: z.literal('pause'), poll: id, on: z.boolean() }),
  /** The join code, large on the wall. */
  z.strictObject({ type: z.literal('joinCode'), shown: z.boolean() }),
  z.strictObject({ type: z.literal('rename'), student: id, name: z.string().max(MAX_NAME) }),
  z.strictObject({ type: z.literal('ranking'), shown: z.boolean() }),
  /** Keeps a student's place in the ranking, without the name. */
  z.strictObject({ type: z.literal('hideName'), student: id, hidden: z.boolean() }),
  z.strictObject({ type: z.literal('name'), name: z.string().max(MAX_NAME) }),
  z.strictObject({ type: z.literal('lock'), on: z.boolean() }),
  z.strictObject({ type: z.literal('remove'), student: id }),
  /** Removes all who joined from `since` to `until`, ms since the epoch; with `gone` those alone who are not connected. */
  z.strictObject({ type: z.literal('sweep'), since: z.number(), until: z.number(), gone: z.boolean() }),
  /** Takes a removal back. */
  z.strictObject({ type: z.literal('readmit'), student: id }),
  z.strictObject({ type: z.literal('end') }),

  /** Whether phones follow the class through a segment's slides, or each student walks alone. */
  z.strictObject({ type: z.literal('pace'), segment: id, to: z.enum(['class', 'self']) }),
  /** A countdown on the wall and all phones. */
  z.strictObject({ type: z.literal('timer'), seconds: time }),
  z.strictObject({ type: z.literal('extendTimer'), seconds: more }),
  z.strictObject({ type: z.literal('stopTimer') }),

  z.strictObject({ type: z.literal('startQuiz'), segment: id, seconds: time.optional() }),
  z.strictObject({ type: z.literal('stopQuiz'), segment: id }),
  z.strictObject({ type: z.literal('extendQuiz'), segment: id, seconds: more }),
  z.strictObject({ type: z.literal('pauseQuiz'), segment: id, on: z.boolean() }),
  /** Results and solutions of all its questions; solutions imply results. */
  z.strictObject({
    type: z.literal('releaseQuiz'),
    segment: id,
    results: z.boolean(),
    solutions: z.boolean(),
    confirmed,
  }),
  /** The student is done with it, or goes on. */
  z.strictObject({ type: z.literal('finish'), segment: id, on: z.boolean() }),
  /** How many times as long a student has, at every deadline; 1 takes it away. */
  z.strictObject({ type: z.literal('extraTime'), student: id, factor: z.number().min(1).max(4) }),

  z.strictObject({ type: z.literal('mark'), task: id, state: z.enum(['done', 'stuck', 'open']) }),
  /** Into the queue for help, or out of it; `trying` keeps the place while the student tries on alone. */
  z.strictObject({
    type: z.literal('help'),
    on: z.boolean(),
    task: id.optional(),
    seat: z.string().max(LONGEST_SEAT).optional(),
    trying: z.boolean().optional(),
  }),
  z.strictObject({ type: z.literal('coming'), student: id }),
  z.strictObject({ type: z.literal('helped'), student: id }),
  /** Gives the next hint of a task; with `nth`, from 1, nothing where that one has been given. */
  z.strictObject({
    type: z.literal('hint'),
    task: id,
    to: z.enum(['stuck', 'all']),
    nth: z.int().min(1).max(1_000).optional(),
  }),

  /** A message to the presenter. */
  z.strictObject({ type: z.literal('ask'), text: z.string().min(1).max(LONGEST_MESSAGE), signed: z.boolean() }),
  z.strictObject({ type: z.literal('upvote'), message: id, on: z.boolean() }),
  z.strictObject({
    type: z.literal('moderate'),
    message: id,
    state: z.enum(['open', 'shown', 'answered', 'hidden']),
  }),
  z.strictObject({ type: z.literal('pulse'), feeling: z.enum(['lost', 'fast', 'clear', 'none']) }),
])
export type Command = z.infer<typeof command>

export const handshake = z.object({
  protocol: z.literal(PROTOCOL),
  code: z.string().max(20),
  role: z.enum(ROLES),
  token: z.string().max(200).optional(),
})
export type Handshake = z.infer<typeof handshake>
