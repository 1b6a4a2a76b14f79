/** The choices that an answer picked; none of an answer of another kind. */
import type { OwnAnswer } from '#wire/messages'

export const picks = (value: OwnAnswer['value'] | undefined): number[] => (Array.isArray(value) ? value : [])
