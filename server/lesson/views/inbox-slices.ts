/** Slices about messages to the presenter, and the pulse. Pure. */
import type { InboxView, PulseView } from '../../wire/segment-view.ts'
import { defineSlice, EVERYONE } from './define-slice.ts'

export const inbox = defineSlice(
  EVERYONE,
  () => ({}),
  (): InboxView | null => null,
)

export const pulse = defineSlice(
  ['presenter'],
  () => ({}),
  (): PulseView | null => null,
)
