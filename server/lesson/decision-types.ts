/** What a command is decided from, and what comes of it. */
import type { Aliases, Deck } from '../deck/deck.ts'
import type { Command } from '../wire/commands.ts'
import type { Reason } from '../wire/protocol.ts'
import type { Lesson, LessonEvent } from './lesson.ts'

/** Who gives a command. It is known from the connection, never from the message. */
export type Actor =
  | { role: 'presenter' }
  | { role: 'screen' }
  | { role: 'student'; id: string }
  /** Deadlines, and the deck's file. */
  | { role: 'server' }

/** What comes over the wire, and what the server finds out itself: a student is there, the deck was edited. */
export type AnyCommand = Command | { type: 'join' } | { type: 'edit'; aliases: Aliases } | { type: 'arrive' }

export type Decision = LessonEvent[] | Reason

export interface Circumstances {
  deck: Deck
  /** ms since the epoch. */
  now: number
  /** Whether a student has a connection; nobody when it is not known. */
  isHere?: (student: string) => boolean
}

export interface Context extends Required<Circumstances> {
  lesson: Lesson
  /** The server gives the command: something is due. */
  byServer: boolean
  /** Id of the student who gives the command; '' for everybody else. */
  student: string
}

/** For each type of command: who may give it, and what it leads to while the lesson is live. */
export type Decisions = {
  [Type in AnyCommand['type']]: {
    by: readonly Actor['role'][]
    decide(command: Extract<AnyCommand, { type: Type }>, context: Context): Decision
  }
}

export const PRESENTER = ['presenter'] as const
