/** Whether there is a hint to push. Pure. */
import type { TaskView } from '#wire/segment-view'

/** One that nobody has yet, or one that only those who are stuck have. */
export const hasHints = ({ hint, pushed = 0, toAll = pushed }: TaskView): boolean =>
  hint !== undefined || toAll < pushed
