/** The way in, always in sight and never over what is shown: small code, address and QR. */
import { useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import { coversSlide, currentSection } from '../slide-place/covered.ts'
import { useFreeForm } from '../slide-place/free-form.ts'
import type { WallState } from '../wall-state.ts'
import { WayIn } from './way-in.tsx'
import './corner.css'

type Form = 'large' | 'usual' | 'line'

/** Before the class has begun, and in a break, for those who come in: as large as there is room for. */
const LARGE = ['large', 'usual', 'line'] as const
const USUAL = ['usual', 'line'] as const
/** By what is in the slide's place, which leaves room for it; a break has the way in on its own board. */
const OVER = { quiz: ['usual'], workshop: ['usual'], message: ['line'] } as const

interface Props {
  wall: WallState
  over?: keyof typeof OVER | 'break' | undefined
}

export function Corner({ wall, over }: Props) {
  const { lesson, position, segment } = wall.link.slices
  const box = useRef<HTMLElement>(null)
  const { h = 0, v = 0 } = position.value ?? {}
  const large = (h === 0 && v === 0) || segment.value?.kind === 'break'
  const forms = over && over !== 'break' ? OVER[over] : large ? LARGE : USUAL
  const form = useFreeForm<Form>(box, forms, isFree, 'usual')
  if (lesson.value?.status !== 'live' || over === 'break') return null
  return (
    <aside ref={box} class="corner scheme" data-form={form} aria-label={words.value.presenter.joinTitle}>
      <WayIn code={wall.code} lesson={lesson.value} />
    </aside>
  )
}

/** A question makes room by itself, for one form of the corner (question/fit.ts). */
function isFree(corner: HTMLElement, stage: Element): boolean {
  const section = currentSection(stage)
  if (section?.classList.contains('asking')) return corner.dataset.form === section.dataset.corner
  return !coversSlide(corner, stage)
}
