/** A list to be put in order: by two buttons on each item, or by drawing an item along. */
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { words } from '../../../../i18n/words.ts'
import { byLetter, ChoiceMark } from '../../../../ui/choice-mark.tsx'
import { Html } from '../../../../ui/html.tsx'
import { AnswerForm } from '../form.tsx'
import { useDrag } from './drag.ts'
import './order.css'
import type { AnswerProps } from '../props.ts'
import { picks } from '../ticks.ts'
import { moved } from './sequence.ts'

export function OrderAnswer({ poll, own, give, entered, enter }: AnswerProps) {
  const { student } = words.value
  const said = useSignal('')
  const list = useRef<HTMLOListElement>(null)
  const focus = useRef<{ index: number; by: number } | undefined>(undefined)
  const sent = picks(own?.value)
  const open = poll.phase === 'open'
  const order = entered?.map(Number) ?? (own ? sent : byLetter(poll.choices).map(({ index }) => index))
  const changed = String(order) !== String(sent)
  const move = (from: number, to: number) => {
    const key = poll.choices[order[from] ?? 0]?.key ?? ''
    const arranged = moved(order, from, to)
    enter(arranged, arranged)
    said.value = student.movedTo(key, to + 1, order.length)
  }
  const drag = useDrag(move)
  // An item that changes its place in the page loses the focus.
  useLayoutEffect(() => {
    if (focus.current) refocus(list.current, order.indexOf(focus.current.index), focus.current.by)
    focus.current = undefined
  })
  return (
    <AnswerForm open={open} ready={!own || changed} unsent={entered !== undefined && changed} send={() => give(order)}>
      <ol ref={list} class="arrange" data-dragging={drag.held !== undefined}>
        {order.map((index, place) => {
          const { key, html } = poll.choices[index] ?? { key: '', html: '' }
          const shift = drag.shift(place)
          const step = (by: -1 | 1) => {
            focus.current = { index, by }
            move(place, place + by)
          }
          return (
            <li
              key={index}
              class="arrange-item"
              data-held={drag.held?.from === place}
              style={{ transform: shift ? `translateY(${shift}px)` : undefined }}
            >
              <span class="arrange-grip" data-open={open} {...(open && drag.grip(place))}>
                <ChoiceMark letter={key} />
              </span>
              <Html class="arrange-text" html={html} />
              {open && (
                <span class="arrange-moves">
                  <Move name={student.moveUp(key)} d="M6 15l6-6 6 6" off={place === 0} move={() => step(-1)} />
                  <Move
                    name={student.moveDown(key)}
                    d="M6 9l6 6 6-6"
                    off={place === order.length - 1}
                    move={() => step(1)}
                  />
                </span>
              )}
            </li>
          )
        })}
      </ol>
      <p class="spoken" role="status">
        {said.value}
      </p>
    </AnswerForm>
  )
}

function Move({ name, d, off, move }: { name: string; d: string; off: boolean; move: () => void }) {
  return (
    <button type="button" class="button arrange-move" aria-label={name} disabled={off} onClick={move}>
      <svg class="arrange-arrow" viewBox="0 0 24 24" aria-hidden="true">
        <path d={d} />
      </svg>
    </button>
  )
}

/** The button that was used, or at an end of the list the one that still does something. */
function refocus(list: HTMLElement | null, place: number, by: number) {
  const [up, down] = list?.children[place]?.querySelectorAll('button') ?? []
  const [used, other] = by < 0 ? [up, down] : [down, up]
  const next = used?.disabled ? other : used
  next?.focus()
}
