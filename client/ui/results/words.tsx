/** A word cloud; for those who cannot see it, and where it cannot be drawn, the list of its words. */
import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Results } from '#wire/messages'
import { words as common, results as said } from '../../i18n/words.ts'
import { fitting, type Placed, place, type Word } from './cloud.ts'
import { Texts } from './texts.tsx'
import './words.css'

/** The field that a cloud is laid out in. */
export interface Canvas {
  /** Em. */
  width: number
  height: number
  /** Steps of the layout in an em. */
  unit: number
  /** As CSS names font families. */
  font: string
}

/** Most words of a cloud; more of them are too small, and say less. */
const MOST = 40
/** Ms between two layouts, for words that come in while they are shown. */
const PAUSE = 1_000
const UNIT = 20
/** Em. */
const HEIGHT = 10
/** Em; in a narrower field the list is easier to read. */
const NARROW = 14

interface Props {
  results: Results
  limit: number
}

export function Words({ results, limit }: Props) {
  const { texts = [], others = 0 } = results
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const placed = usePlaces(box, fitting(texts.slice(0, MOST), width, HEIGHT), width)
  if ((width > 0 && width < NARROW) || placed?.length === 0) {
    return (
      <div ref={box}>
        <Texts results={results} limit={limit} />
      </div>
    )
  }
  const shown = placed?.reduce((sum, { count }) => sum + count, 0)
  const all = texts.reduce((sum, { count }) => sum + count, others)
  return (
    <div ref={box}>
      <Cloud words={placed ?? []} width={width} />
      <ul class="results-spoken">
        {texts.map(({ text, count }) => (
          <li key={text}>
            <bdi>{text}</bdi>: {common.value.common.answers(count)}
          </li>
        ))}
      </ul>
      {shown !== undefined && shown < all && <p class="results-note">{said.value.others(all - shown)}</p>}
    </div>
  )
}

function Cloud({ words, width }: { words: Placed[]; width: number }) {
  const [w, h] = [Math.floor(width * UNIT), HEIGHT * UNIT]
  return (
    <svg
      class="cloud-field"
      viewBox={`${-w / 2} ${-h / 2} ${w} ${h}`}
      aria-hidden="true"
      style={{ height: `${HEIGHT}em` }}
    >
      {words.map(({ text, x, y, size }, index) => (
        <text
          key={text}
          class="cloud-word"
          style={{ transform: `translate(${x}px, ${y}px)`, fontSize: `${size}px` }}
          data-tone={index % 4}
        >
          {text}
        </text>
      ))}
    </svg>
  )
}

/** Whole em, kept up to date. */
function useWidth(box: RefObject<HTMLElement | null>): number {
  const width = useSignal(0)
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      width.value = Math.floor(element.clientWidth / Number.parseFloat(getComputedStyle(element).fontSize))
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    look()
    return () => sizes.disconnect()
  }, [box, width])
  return width.value
}

/** Undefined until the words are laid out; none where letters cannot be drawn to be measured. */
function usePlaces(box: RefObject<HTMLElement | null>, words: Word[], width: number): Placed[] | undefined {
  const placed = useSignal<Placed[] | undefined>(undefined)
  const next = useRef(0)
  const wanted = JSON.stringify(words)
  useEffect(() => {
    const element = box.current
    if (!element || width < NARROW) return
    let over = false
    const lay = async () => {
      const field = { width, height: HEIGHT, unit: UNIT, font: getComputedStyle(element).fontFamily }
      const found = await place(JSON.parse(wanted), field).catch(() => [])
      if (over) return
      placed.value = found
      next.current = performance.now() + PAUSE
    }
    const timer = setTimeout(lay, Math.max(0, next.current - performance.now()))
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [box, placed, wanted, width])
  return placed.value
}
