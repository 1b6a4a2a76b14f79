/** Of how many the counts of a workshop are. */
import type { WorkshopView } from '#wire/segment-view'

/** Phones sleep in a workshop: who has joined is there. */
export const ofHow = ({ tasks }: WorkshopView, joined = 0): number => Math.max(joined, ...tasks.map(({ done }) => done))
