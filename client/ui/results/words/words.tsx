/** A word cloud; for those who cannot see it, and where it cannot be drawn, the list of its words. */
import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Results } from '#wire/poll-view'
import { words as common, results as said } from '../../../i18n/words.ts'
import { type Field, fitting, type Placed, place, type Word } from './cloud.ts'
import { Hidden, Texts } from './texts.tsx'
import './words.css'

/** Ms between two layouts, for words that come in while they are shown. */
const PAUSE = 1_000
const UNIT = 20
/** Where the place says nothing else (`--cloud-height`, `--least`). */
const [HEIGHT, LEAST] = [10, 0.85]
/** Em; in a narrower field the list is easier to read. */
const NARROW = 14

interface Props {
  results: Results
  limit: number
}

export function Words({ results, limit }: Props) {
  const { texts = [], others = 0 } = results
  const box = useRef<HTMLDivElement>(null)
  const field = useField(box)
  const placed = usePlaces(box, fitting(texts, field), field)
  if ((field.width > 0 && field.width < NARROW) || placed?.length === 0) {
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
      <Cloud words={placed ?? []} field={field} />
      <ul class="spoken">
        {texts.map(({ text, count }) => (
          <li key={text}>
            <bdi>{text}</bdi>: {common.value.common.answers(count)}
          </li>
        ))}
      </ul>
      {shown !== undefined && shown < all && <p class="results-note">{said.value.others(all - shown)}</p>}
      <Hidden results={results} />
    </div>
  )
}

function Cloud({ words, field: { width, height } }: { words: Placed[]; field: Field }) {
  const [w, h] = [Math.floor(width * UNIT), height * UNIT]
  return (
    <svg
      class="cloud-field"
      viewBox={`${-w / 2} ${-h / 2} ${w} ${h}`}
      aria-hidden="true"
      style={{ height: `${height}em` }}
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

/** Its width in whole em, kept up to date; 0 before it is known. */
function useField(box: RefObject<HTMLElement | null>): Field {
  const field = useSignal<Field>({ width: 0, height: HEIGHT, least: LEAST })
  useEffect(() => {
    const element = box.current
    if (!element) return
    const look = () => {
      const style = getComputedStyle(element)
      const em = Number.parseFloat(style.fontSize)
      const height = Number.parseFloat(style.getPropertyValue('--cloud-height')) || HEIGHT
      const least = Number.parseFloat(style.getPropertyValue('--least')) / em || LEAST
      const found = { width: Math.floor(element.clientWidth / em), height, least }
      if (JSON.stringify(found) !== JSON.stringify(field.peek())) field.value = found
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    look()
    return () => sizes.disconnect()
  }, [box, field])
  return field.value
}

/** Undefined until the words are laid out; none where letters cannot be drawn to be measured. */
function usePlaces(box: RefObject<HTMLElement | null>, words: Word[], field: Field): Placed[] | undefined {
  const placed = useSignal<Placed[] | undefined>(undefined)
  const next = useRef(0)
  const wanted = JSON.stringify({ words, field })
  useEffect(() => {
    const element = box.current
    if (!element || field.width < NARROW) return
    let over = false
    const lay = async () => {
      const { words, field } = JSON.parse(wanted)
      const canvas = { ...field, unit: UNIT, font: getComputedStyle(element).fontFamily }
      const found = await place(words, canvas).catch(() => [])
      if (over) return
      placed.value = found
      next.current = performance.now() + PAUSE
    }
    const timer = setTimeout(lay, Math.max(0, next.current - performance.now()))
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [box, placed, wanted, field.width])
  return placed.value
}
