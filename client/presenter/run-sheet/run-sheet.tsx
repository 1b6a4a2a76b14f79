/** The run-sheet: all slides by title, in the segments of the class; a click goes there. */
import asked from 'lucide-static/icons/circle-check.svg?raw'
import question from 'lucide-static/icons/circle-help.svg?raw'
import { useEffect, useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import type { OutlineEntry } from '../../slides/outline.ts'
import { breakpoint } from '../../style/breakpoint.ts'
import { Icon } from '../../ui/icon.tsx'
import type { ControlBoard } from '../control-board.ts'
import type { Part } from './plan.ts'
import './run-sheet.css'

/** Whether the run-sheet lies over the page (run-sheet.css): there it takes the focus, and goes once it has been used. */
const isOver = () => breakpoint('tablet', 'low').matches

export function RunSheet({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const at = board.standing.value
  const close = () => {
    board.sheet.value = 0
  }
  const go = ({ h, v }: OutlineEntry) => {
    board.drive.jump({ h, v, f: -1 })
    if (isOver()) close()
  }
  const longest = Math.max(...board.outline.value.map(({ number }) => number.length))
  const list = useRef<HTMLElement>(null)
  useEffect(() => {
    if (isOver()) list.current?.querySelector<HTMLElement>('[aria-current]')?.focus()
  }, [])
  return (
    <nav
      ref={list}
      class="run-sheet"
      aria-label={presenter.runSheet}
      style={{ '--longest': `${longest}ch` }}
      onKeyDown={event => event.key === 'Escape' && close()}
    >
      <div class="run-sheet-head">
        <h2 class="label">{presenter.runSheet}</h2>
        <button type="button" class="button plain run-sheet-close" onClick={close}>
          {words.value.common.close}
        </button>
      </div>
      <div class="run-sheet-parts">
        {board.parts.value.map((part, index) => (
          <section key={index}>
            <Mark mark={part.mark} />
            <ol>
              {part.slides.map((entry, slide) => (
                <Line
                  key={`${entry.h}.${entry.v}`}
                  board={board}
                  entry={entry}
                  here={at?.part === index && at.slide === slide}
                  onGo={() => go(entry)}
                />
              ))}
            </ol>
          </section>
        ))}
      </div>
    </nav>
  )
}

function Mark({ mark }: { mark: Part['mark'] }) {
  const { presenter } = words.value
  if (!mark) return null
  return (
    <h3 class="run-sheet-mark tabular">
      {presenter.segments[mark.kind]}
      {mark.seconds && <span class="quiet">{presenter.minutes(Math.max(1, Math.round(mark.seconds / 60)))}</span>}
    </h3>
  )
}

interface LineProps {
  board: ControlBoard
  entry: OutlineEntry
  here: boolean
  onGo: () => void
}

function Line({ board, entry: { h, v, number, title }, here, onGo }: LineProps) {
  const poll = board.link.deck.value?.slides[h]?.[v]?.poll
  return (
    <li data-under={v > 0}>
      <button
        type="button"
        ref={here ? keepInSight : null}
        aria-current={here ? 'true' : undefined}
        disabled={board.away.value}
        onClick={onGo}
      >
        <span class="run-sheet-number tabular">{number}</span>
        <bdi class="run-sheet-title">{title}</bdi>
        {poll !== undefined && <Question asked={board.asked.value.has(poll)} />}
      </button>
    </li>
  )
}

function Question({ asked: done }: { asked: boolean }) {
  const { presenter } = words.value
  const said = done ? `${presenter.question}, ${presenter.asked}` : presenter.question
  return (
    <span class="run-sheet-question" data-asked={done} title={said}>
      <Icon svg={done ? asked : question} />
      <span class="spoken">{said}</span>
    </span>
  )
}

const keepInSight = (entry: HTMLElement | null) => entry?.scrollIntoView({ block: 'center' })
