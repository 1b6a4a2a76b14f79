/** A step of the morning: what is true after it, and what is done. */
import type { Room } from './room.ts'

export type Step = [title: string, play: (room: Room) => Promise<void>]
