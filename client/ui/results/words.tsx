/** A word cloud; for those who cannot see it, and until it is drawn, the list of its words. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Results } from '#wire/messages'
import { results as said } from '../../i18n/results.ts'
import { words as common } from '../../i18n/words.ts'
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
  const width = useSignal(0)
  const placed = useSignal<Placed[] | undefined>(undefined)
  const words = fitting(texts.slice(0, MOST), width.value, HEIGHT)
  useEffect(
    () =>
      box.current
        ? measured(box.current, em => {
            width.value = em
          })
        : undefined,
    [width],
  )
  const key = JSON.stringify([words, width.value])
  const pause = useRef(0)
  useEffect(() => {
    const element = box.current
    if (!element || width.value < NARROW) return
    let over = false
    const timer = setTimeout(
      async () => {
        pause.current = performance.now() + PAUSE
        const font = getComputedStyle(element).fontFamily
        const found = await layout(words, { width: width.value, height: HEIGHT, unit: UNIT, font })
        if (!over) placed.value = found
      },
      Math.max(0, pause.current - performance.now()),
    )
    return () => {
      over = true
      clearTimeout(timer)
    }
  }, [key])

  const drawn = width.value >= NARROW ? placed.value : undefined
  const shown = drawn?.reduce((sum, { count }) => sum + count, 0) ?? 0
  const missing = texts.reduce((sum, { count }) => sum + count, 0) + others - shown
  return (
    <div ref={box} class="cloud">
      {drawn && drawn.length > 0 ? (
        <>
          <Cloud words={drawn} width={width.value} />
          <ul class="results-spoken">
            {texts.map(({ text, count }) => (
              <li key={text}>
                {text}: {common.value.common.answers(count)}
              </li>
            ))}
          </ul>
          {missing > 0 && <p class="results-note">{said.value.others(missing)}</p>}
        </>
      ) : (
        <Texts results={results} limit={limit} />
      )}
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

/** A browser that will not draw letters to be measured leaves the list. */
const layout = (words: Word[], canvas: Canvas): Promise<Placed[]> => place(words, canvas).catch(() => [])

/** Tells the width in em, again whenever it changes. */
function measured(element: HTMLElement, tell: (em: number) => void): () => void {
  const look = () => tell(Math.floor(element.clientWidth / Number.parseFloat(getComputedStyle(element).fontSize)))
  const sizes = new ResizeObserver(look)
  sizes.observe(element)
  look()
  return () => sizes.disconnect()
}
