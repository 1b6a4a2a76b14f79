/** An item of a list under a finger or a mouse, drawn to another place. */
import { type Signal, useSignal } from '@preact/signals'
import { giveWay, landing } from './sequence.ts'

interface Drag {
  pointer: number
  from: number
  to: number
  /** Px from where it stood. */
  by: number
  begin: number
  middles: number[]
  /** Height of the item with the space after it, in px. */
  size: number
}

/** @param drop told from which place to which an item was drawn */
export function useDrag(drop: (from: number, to: number) => void) {
  const drag: Signal<Drag | undefined> = useSignal(undefined)
  const current = (event: PointerEvent) => (drag.value?.pointer === event.pointerId ? drag.value : undefined)

  return {
    /** Place and way of the item under the finger; undefined between drags. */
    held: drag.value,
    /** Px by which the item at a place is away from it. */
    shift(place: number): number {
      if (!drag.value) return 0
      const { from, to, by, size } = drag.value
      return place === from ? by : giveWay(place, from, to, size)
    },
    /** Handlers for the grip of the item at a place. */
    grip: (place: number) => ({
      onPointerDown(event: PointerEvent & { currentTarget: HTMLElement }) {
        const list = event.currentTarget.closest('li')?.parentElement
        if (!list || event.button !== 0 || drag.value) return
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        const boxes = [...list.children].map(item => item.getBoundingClientRect())
        const gap = Math.max(0, (boxes[1]?.top ?? 0) - (boxes[0]?.bottom ?? 0))
        drag.value = {
          pointer: event.pointerId,
          from: place,
          to: place,
          by: 0,
          begin: event.pageY,
          middles: boxes.map(({ top, height }) => top + height / 2),
          size: (boxes[place]?.height ?? 0) + gap,
        }
      },
      onPointerMove(event: PointerEvent) {
        const held = current(event)
        if (!held) return
        const by = event.pageY - held.begin
        drag.value = { ...held, by, to: landing(held.middles, held.from, by) }
      },
      onPointerUp(event: PointerEvent) {
        const held = current(event)
        drag.value = undefined
        if (held && held.from !== held.to) drop(held.from, held.to)
      },
      onPointerCancel() {
        drag.value = undefined
      },
    }),
  }
}
