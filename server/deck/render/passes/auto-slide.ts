/** Slides that go on by themselves, by reveal.js' rule (`autoSlide`, `data-autoslide` of slides and fragments). */
import { elements, get, hasClass } from '../element.ts'
import type { Pass } from '../pass.ts'

/** After the fragments have their final index. reveal.js' option `autoSlide: false` forbids it everywhere. */
export const autoSlide: Pass = (section, { autoSlide: option }, { html }) => {
  if (option === false) return {}
  const whole = ms(get(section, 'data-autoslide')) || ms(option)
  const own = new Map<number, number>()
  for (const element of elements(section)) {
    const wait = hasClass(element, 'fragment') ? ms(get(element, 'data-autoslide')) : 0
    const index = Number(get(element, 'data-fragment-index'))
    if (wait > 0 && !own.has(index)) own.set(index, wait)
  }
  if (whole === 0 && own.size === 0) return {}
  return { slide: { auto: html.map((_, place) => own.get(place - 1) ?? whole) } }
}

const ms = (value: unknown): number => {
  const number = Number.parseInt(String(value), 10)
  return number > 0 ? number : 0
}
