/** Which of several forms a part of the wall takes: the first one in which it lies over nothing that the slide shows. */
import { useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { isSettled } from './covered.ts'

/**
 * Looks again whenever another slide is shown, or something else on it, or on the part itself. The box has its form as `data-form`.
 * @param forms the best first; the last one is taken where none is free
 * @param isFree of the box in the form that it has just been given
 * @param first the form until the slide is there
 */
export function useFreeForm<Form extends string>(
  box: RefObject<HTMLElement | null>,
  forms: readonly [Form, ...Form[]],
  isFree: (box: HTMLElement, stage: Element) => boolean,
  first = forms.at(-1) ?? forms[0],
): Form {
  const last = forms.at(-1) ?? forms[0]
  const form = useSignal<Form>(first)
  useEffect(() => {
    const stage = document.querySelector('.stage')
    if (!stage) return
    const look = () => {
      const element = box.current
      if (!element || !isSettled(stage)) return
      const free = forms.find(tried => {
        element.dataset.form = tried
        return isFree(element, stage)
      })
      form.value = free ?? last
      element.dataset.form = form.value
    }
    let frame = 0
    const later = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    const changes = new MutationObserver(later)
    changes.observe(stage, { subtree: true, childList: true, attributeFilter: ['class', 'style', 'data-corner'] })
    const sizes = new ResizeObserver(later)
    if (box.current) sizes.observe(box.current)
    addEventListener('resize', later)
    stage.addEventListener('load', later, true)
    const ends = ['transitionend', 'transitioncancel'] as const
    for (const end of ends) stage.addEventListener(end, later)
    later()
    return () => {
      cancelAnimationFrame(frame)
      changes.disconnect()
      sizes.disconnect()
      removeEventListener('resize', later)
      stage.removeEventListener('load', later, true)
      for (const end of ends) stage.removeEventListener(end, later)
    }
  }, [box, form, forms.join()])
  return forms.includes(form.value) ? form.value : first
}
