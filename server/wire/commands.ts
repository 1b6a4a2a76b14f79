/** What clients say to the server, as schemas: everything is checked against these at the door. */
import { z } from 'zod'
import { MAX_NAME, PROTOCOL, ROLES } from './protocol.ts'

const id = z.string().min(1).max(200)
const text = z.string().min(1).max(1_000)
const index = z.int().min(0).max(100_000)

export const command = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('move'), h: index, v: index, f: z.int().min(-1).max(10_000) }),
  z.strictObject({ type: z.literal('blank'), on: z.boolean() }),
  z.strictObject({ type: z.literal('open'), poll: id, seconds: z.number().min(1).max(86_400).optional() }),
  z.strictObject({ type: z.literal('close'), poll: id }),
  /** Takes the last close back: the same round goes on. */
  z.strictObject({ type: z.literal('reopen'), poll: id }),
  z.strictObject({ type: z.literal('results'), poll: id, shown: z.boolean() }),
  z.strictObject({ type: z.literal('solution'), poll: id, shown: z.boolean() }),
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
  z.strictObject({ type: z.literal('extend'), poll: id, seconds: z.number().min(1).max(3_600) }),
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
])
export type Command = z.infer<typeof command>

export const handshake = z.object({
  protocol: z.literal(PROTOCOL),
  code: z.string().max(20),
  role: z.enum(ROLES),
  token: z.string().max(200).optional(),
})
export type Handshake = z.infer<typeof handshake>
