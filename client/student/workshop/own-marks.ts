/** What a student says of the workshop's tasks: the latest word counts, whether the server has it yet or not. */
import type { Session } from '../session.ts'

export type TaskState = 'done' | 'stuck' | 'open'

export function stateOf({ link, pending }: Session, task: string): TaskState {
  const said = pending('mark', ({ task: id }) => id === task)
  return said?.command.state ?? entryOf(link.slices.you.value?.tasks, task) ?? 'open'
}

/** HTML of the hints that came for it, in order. */
export const hintsOf = ({ link }: Session, task: string): string[] => entryOf(link.slices.you.value?.hints, task) ?? []

/** Whether the class is in this workshop, so that marks are taken. */
export const isOpen = ({ link, over }: Session, workshop: string | undefined): boolean =>
  workshop !== undefined && link.slices.segment.value?.id === workshop && !over.value

/** Whether something is kept on this phone that it cannot send now. */
export const isWaiting = ({ outbox }: Session): boolean =>
  outbox.trouble.value !== undefined &&
  outbox.kept.value.some(({ command }) => command.type === 'mark' || command.type === 'help')

/** Ids come from the deck, and may be called as what every object has. */
const entryOf = <T>(entries: Record<string, T> | undefined, id: string): T | undefined =>
  entries && Object.hasOwn(entries, id) ? entries[id] : undefined
