/** Slices about the workshop. Pure. */
import type { WorkshopView } from '../../wire/segment-view.ts'
import { defineSlice } from './define-slice.ts'

export const workshop = defineSlice(
  ['presenter', 'screen'],
  () => ({}),
  (): WorkshopView | null => null,
)
