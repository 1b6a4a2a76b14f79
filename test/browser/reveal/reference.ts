/** Runs in Chromium: draws a deck by reveal.js with its own plugins. */
import hljs from 'highlight.js'
import Reveal, { type RevealConfig } from 'reveal.js'
import Highlight from 'reveal.js/plugin/highlight'
import Markdown from 'reveal.js/plugin/markdown'
import Maths from 'reveal.js/plugin/math'
import { applyTheme } from '../../../client/slides/theme.ts'
import { DIFFERENCES } from './differences.ts'
import { errors, REVEAL_MD, tell } from './tell.ts'
import type { Input } from './told.ts'

window.reference = async input => {
  await applyTheme(input.wall)
  const root = document.body.appendChild(Object.assign(document.createElement('div'), { className: 'reveal' }))
  const slides = root.appendChild(Object.assign(document.createElement('div'), { className: 'slides' }))
  slides.append(template(input))
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

/** The page that reveal-md 6.1 makes: one section with the whole deck, which the plugin cuts. */
function template({ markdown, separators }: Input): HTMLElement {
  const section = document.createElement('section')
  section.dataset.markdown = ''
  for (const [name, pattern] of Object.entries(separators)) {
    section.setAttribute(
      ATTRIBUTES[name as keyof typeof separators],
      pattern.replace(/\n/g, '\\n').replace(/\r/g, '\\r'),
    )
  }
  const text = section.appendChild(document.createElement('textarea'))
  text.dataset.template = ''
  text.textContent = markdown
  return section
}

const ATTRIBUTES = {
  separator: 'data-separator',
  verticalSeparator: 'data-separator-vertical',
  notesSeparator: 'data-separator-notes',
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
