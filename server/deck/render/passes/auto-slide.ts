/** Slides that go on by themselves, by reveal.js' rule (`autoSlide`, `data-autoslide` of slides and fragments). */
import type { Element } from 'hast'
import { elements, get, hasClass } from '../element.ts'

/**
 * `[f + 1]`: ms that step f lasts; undefined when none of them ends by itself.
 * @param count of the slide's steps, whose fragments have their final index
 * @param option reveal.js' `autoSlide`; false forbids it everywhere
 */
export function auto(section: Element, count: number, option: unknown): number[] | undefined {
  if (option === false) return undefined
  const whole = ms(get(section, 'data-autoslide')) || ms(option)
  const own = new Map<number, number>()
  for (const element of elements(section)) {
    const wait = hasClass(element, 'fragment') ? ms(get(element, 'data-autoslide')) : 0
    const index = Number(get(element, 'data-fragment-index'))
    if (wait > 0 && !own.has(index)) own.set(index, wait)
  }
  if (whole === 0 && own.size === 0) return undefined
  return Array.from({ length: count + 1 }, (_, place) => own.get(place - 1) ?? whole)
}

const ms = (value: unknown): number => {
  const number = Number.parseInt(String(value), 10)
  return number > 0 ? number : 0
}
