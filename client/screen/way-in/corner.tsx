/** The way in, always in sight and never over what is shown: small code, address and QR. */
import { useSignal } from '@preact/signals'
import lock from 'lucide-static/icons/lock.svg?raw'
import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { grouped, qrAddress, shortAddress } from '../../control/join-text.ts'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { WallState } from '../wall-state.ts'
import { coversSlide, isSettled } from './covered.ts'
import './corner.css'

/** As large as there is room for; before the class has begun, for those who come in. */
type Form = 'large' | 'usual' | 'line'

export function Corner({ wall }: { wall: WallState }) {
  const { presenter, screen } = words.value
  const { lesson, position } = wall.link.slices
  const box = useRef<HTMLElement>(null)
  const { h = 0, v = 0 } = position.value ?? {}
  const form = useForm(box, h === 0 && v === 0)
  if (lesson.value?.status !== 'live') return null
  return (
    <aside ref={box} class="corner scheme" data-form={form} aria-label={presenter.joinTitle}>
      {lesson.value.locked ? (
        <>
          <span class="corner-qr">
            <Icon svg={lock} />
          </span>
          <p class="corner-text tabular">
            <b>{grouped(wall.code)}</b>
            <span>{screen.locked}</span>
          </p>
        </>
      ) : (
        <>
          <img class="corner-qr" src={qrAddress(wall.code, lesson.value.join)} alt={presenter.qr} />
          <p class="corner-text tabular">
            <b>{grouped(wall.code)}</b>
            <Address join={lesson.value.join} />
          </p>
        </>
      )}
    </aside>
  )
}

/** A long one breaks between its parts. */
export function Address({ join }: { join: string }) {
  const parts = shortAddress(join).split(/(?<=[.:/-])/)
  return <span>{parts.flatMap((part, index) => [part, <wbr key={index} />])}</span>
}

/** Looks again whenever another slide is shown, or something else on it. */
function useForm(box: RefObject<HTMLElement | null>, first: boolean): Form {
  const form = useSignal<Form>('usual')
  useEffect(() => {
    const stage = document.querySelector('.stage')
    if (!stage) return
    const look = () => {
      const element = box.current
      if (!element || !isSettled(stage)) return
      const forms: Form[] = first ? ['large', 'usual'] : ['usual']
      const free = forms.find(tried => {
        element.dataset.form = tried
        return !coversSlide(element, stage)
      })
      form.value = free ?? 'line'
      element.dataset.form = form.value
    }
    let frame = 0
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    const changes = new MutationObserver(later)
    changes.observe(stage, { subtree: true, childList: true, attributeFilter: ['class', 'style', 'data-corner'] })
    addEventListener('resize', later)
    stage.addEventListener('load', later, true)
    const ends = ['transitionend', 'transitioncancel'] as const
    for (const end of ends) stage.addEventListener(end, later)
    later()
    return () => {
      cancelAnimationFrame(frame)
      changes.disconnect()
      removeEventListener('resize', later)
      stage.removeEventListener('load', later, true)
      for (const end of ends) stage.removeEventListener(end, later)
    }
  }, [box, form, first])
  return form.value
}
