/**
 * What the pages of each role are told of a lesson, slice by slice; what is one student's own is in own-slice.ts. Views are
 * allow-lists: a slice names the roles that get it, and puts in every field by name. Nothing takes a full object and
 * removes from it.
 */
import type { Slices } from '../../wire/messages.ts'
import type { Slice } from './define-slice.ts'
import { inbox, pulse } from './inbox-slices.ts'
import { audience, crowd, health, ranking, standings } from './people-slices.ts'
import { polls, quiz } from './quiz-slices.ts'
import { segment, timer } from './segment-slices.ts'
import { lesson, position } from './show-slices.ts'
import { asked, poll, solved } from './vote-slices.ts'
import { workshop } from './workshop-slices.ts'

/** `you` is one student's own, and `server` is said by the server as it stops. */
export type SharedSlices = Omit<Slices, 'you' | 'server'>

export const SLICES: { [Name in keyof SharedSlices]-?: Slice<SharedSlices[Name]> } = {
  lesson,
  position,
  poll,
  solved,
  asked,
  ranking,
  standings,
  audience,
  health,
  crowd,
  segment,
  quiz,
  polls,
  timer,
  workshop,
  inbox,
  pulse,
}
