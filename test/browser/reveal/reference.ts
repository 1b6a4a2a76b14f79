/** Runs in Chromium: draws a deck by reveal.js with its own plugins. */
import hljs from 'highlight.js'
import Reveal, { type RevealConfig } from 'reveal.js'
import Highlight from 'reveal.js/plugin/highlight'
import Markdown from 'reveal.js/plugin/markdown'
import Maths from 'reveal.js/plugin/math'
import { wear } from '../../../client/theme.ts'
import { DIFFERENCES } from './differences.ts'
import { errors, REVEAL_MD, tell } from './tell.ts'
import type { Input } from './told.ts'

window.reference = async input => {
  await wear(input.wall)
  const root = document.body.appendChild(Object.assign(document.createElement('div'), { className: 'reveal' }))
  const slides = root.appendChild(Object.assign(document.createElement('div'), { className: 'slides' }))
  slides.innerHTML = await slidify(input)
  const options = input.options as RevealConfig & { katex?: object }
  const reveal = new Reveal(root, {
    ...REVEAL_MD,
    ...options,
    ...{ katex: { ...options.katex, local: '/katex' } },
    viewDistance: 2,
    // Time must not move the slides while they are compared.
    autoSlide: false,
    plugins: [Markdown, Highlight, Maths.KaTeX],
  })
  await reveal.initialize()
  await settled()
  const told = reveal.getHorizontalSlides().flatMap((column, h) => {
    const stack = [...column.querySelectorAll(':scope > section')]
    return (stack.length > 0 ? stack : [column]).map((section, v) => {
      const go = (f: number) => reveal.slide(h, v, f)
      return tell(section as HTMLElement, `${h}.${v}`, countOf(section), go, (copy, notes) => {
        for (const { fromReveal } of DIFFERENCES) fromReveal?.(copy, { isLanguage })
        return notes
      })
    })
  })
  return { slides: told, errors }
}

/** reveal-md cuts the deck on the server, with the same function. */
async function slidify({ markdown, separators, options }: Input): Promise<string> {
  const plugin = Markdown() as ReturnType<typeof Markdown> & { slidify(text: string, options: object): string }
  const nothing = document.createElement('div')
  await plugin.init?.({ getConfig: () => options, getRevealElement: () => nothing } as never)
  return plugin.slidify(markdown, { attributes: '', ...separators })
}

const isLanguage = (name: string) => hljs.getLanguage(name) !== undefined

/** KaTeX arrives after reveal.js is ready. */
async function settled() {
  while (!('renderMathInElement' in window)) await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
}

const countOf = (section: Element) =>
  1 + Math.max(-1, ...[...section.querySelectorAll('[data-fragment-index].fragment')].map(indexOf))

const indexOf = (fragment: Element) => Number.parseInt(fragment.getAttribute('data-fragment-index') ?? '', 10) || 0
