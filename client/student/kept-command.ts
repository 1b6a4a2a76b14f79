/** What a student tells the class, as it is kept on the phone until the server has said yes or no. Pure. */
import type { Command } from '#wire/messages'
import type { Value } from '#wire/poll-view'

export type StudentCommand = Extract<
  Command,
  { type: 'answer' | 'finish' | 'mark' | 'help' | 'ask' | 'upvote' | 'pulse' }
>
export type Answer = Extract<StudentCommand, { type: 'answer' }>
/** A message of one's own, as the server has it. */
export interface OwnMessage {
  text: string
  /** Ms since the epoch. */
  at: number
}

export interface Kept<C extends StudentCommand = StudentCommand> {
  command: C
  /** When the student did it, ms since the epoch on the server's clock. */
  at: number
}

/** What says, with the type, what a command is about. */
const ABOUT: { [T in StudentCommand['type']]: string[] } = {
  answer: ['round', 'poll'],
  finish: ['segment'],
  mark: ['task'],
  help: [],
  ask: [],
  upvote: ['message'],
  pulse: [],
}

/** Ms after which how somebody felt is no news. */
const PULSE_LASTS = 60_000

/** Of two commands about the same the later one is meant; each message is its own. */
export const subjectOf = ({ command, at }: Kept): string =>
  [command.type, ...(command.type === 'ask' ? [at] : aboutOf(command))].join(' ')

export const sameSubject = (a: Kept, b: Kept): boolean => subjectOf(a) === subjectOf(b)

export const sameKept = (a: Kept, b: Kept): boolean =>
  sameSubject(a, b) && a.at === b.at && JSON.stringify(a.command) === JSON.stringify(b.command)

export const isStale = ({ command, at }: Kept, now: number): boolean =>
  command.type === 'pulse' && now - at > PULSE_LASTS

export const isAnswer = (kept: Kept): kept is Kept<Answer> => kept.command.type === 'answer'

/** The command as it is sent. */
export const toSend = ({ command, at }: Kept): StudentCommand =>
  command.type === 'answer' ? { ...command, tappedAt: at } : command

/** Whether what was found in the phone's store is what had been put there. */
export function isKept(held: Partial<Kept> | null): held is Kept {
  const command = held?.command
  if (typeof held?.at !== 'number' || !command || !Object.hasOwn(ABOUT, command.type)) return false
  if (command.type === 'ask') return typeof command.text === 'string'
  if (command.type === 'answer' && !(typeof command.round === 'number' && isValue(command.value))) return false
  return aboutOf(command).every(field => typeof field === 'string' || typeof field === 'number')
}

const aboutOf = (command: StudentCommand): unknown[] =>
  ABOUT[command.type].map(field => (command as Record<string, unknown>)[field])

const isValue = (held: unknown): held is Value =>
  typeof held === 'string' || Number.isFinite(held) || (Array.isArray(held) && held.every(Number.isInteger))
