/** Draws on the tasks of a slide how many have done them. */
import type { Link } from '../../connection/link.ts'
import { liveSheet } from '../../ui/live-sheet.ts'
import { ofHow } from './of-how.ts'

/** Returns what ends that. */
export const drawProgress = ({ slices: { workshop, audience } }: Link): (() => void) =>
  liveSheet(() => {
    const board = workshop.value
    if (!board) return []
    const all = ofHow(board, audience.value?.joined)
    return board.tasks.map(
      ({ id, done }) => `.wall [data-task="${CSS.escape(id)}"] { --share: ${all ? (100 * done) / all : 0}% }`,
    )
  })
