/** Where our slides differ from reveal.js' own on purpose: each by name, with its reason. Nothing else may differ. */
import type { Input } from './told.ts'

export interface Difference {
  name: string
  why: string
  /** Takes the difference out of a copy of reveal's slide. */
  fromReveal?(section: HTMLElement, page: Page): void
  /** Takes the difference out of a copy of our slide. */
  fromOurs?(section: HTMLElement, input: Input): void
}

interface Page {
  /** Is it the name of a language that highlight.js knows? */
  isLanguage(name: string): boolean
}

const REFUSED =
  'script, base, meta, link, object, embed, applet, template, noscript, frame, frameset, noembed, noframes, xmp, plaintext, portal'
const FRAMES = ['src', 'data-src', 'data-background-iframe', 'data-background-video']
const QUESTION =
  'data-segment data-duration data-pace data-timer data-read data-none data-time data-points data-scoring data-bareme data-shuffle data-live data-min data-max data-labels data-id'.split(
    ' ',
  )
const TITLE = 'data-title'
const STATE = /^(?:fragment|visible|current-fragment|has-highlights)$/
const LANGUAGE = /^lang(?:uage)?-/
const URLS = ['src', 'href', 'xlink:href', 'poster', 'data-src', 'data-background-image', 'data-background']

export const DIFFERENCES: Difference[] = [
  {
    name: 'notes',
    why: 'speaker notes are for the presenter only; their text is compared apart',
    fromReveal: section => {
      remove(section, 'aside.notes')
      section.removeAttribute('data-notes')
    },
  },
  {
    name: 'attributes of questions and segments',
    why: 'they tell the lesson what to do and are no part of what is shown',
    fromReveal: section => {
      for (const name of [...QUESTION, TITLE]) section.removeAttribute(name)
    },
    // Where no segment begins it is the deck's own.
    fromOurs: section => section.removeAttribute(TITLE),
  },
  {
    name: 'scripts',
    why: 'decks run no scripts and load no foreign code, send no forms and change no page (DESIGN 12)',
    fromReveal: section => {
      remove(section, REFUSED)
      for (const element of all(section)) {
        for (const { name, value } of [...element.attributes]) {
          const code = /^\s*(?:javascript|vbscript|data:text\/html):/i.test(value.replace(/[\s\p{Cc}]/gu, ''))
          if (/^on|^(?:action|formaction|srcdoc|ping)$/.test(name) || code) element.removeAttribute(name)
        }
      }
    },
  },
  {
    name: 'remote pictures',
    why: 'the server fetches them once and serves them itself, so that no page asks a third party',
    fromReveal: section => {
      for (const element of all(section)) {
        for (const name of ['src', 'poster']) {
          const value = element.getAttribute(name)
          if (value?.startsWith('//')) element.setAttribute(name, `https:${value}`)
        }
      }
    },
    fromOurs: (section, { remote }) => {
      for (const element of all(section)) {
        for (const { name, value } of [...element.attributes]) {
          const written = Object.entries(remote).reduce((text, [served, url]) => text.replaceAll(served, url), value)
          if (written !== value) element.setAttribute(name, written)
        }
      }
    },
  },
  {
    name: 'frames and films of other sites',
    why: 'no page asks a third party; check names each',
    fromReveal: section => {
      for (const element of [section, ...section.querySelectorAll('iframe, video, audio, source, track')]) {
        for (const name of FRAMES) {
          if (/^(?:https?:)?\/\//i.test(element.getAttribute(name) ?? '')) element.removeAttribute(name)
        }
      }
    },
  },
  {
    name: 'files outside the folder',
    why: 'nothing beside the deck’s own folder is served (DESIGN 12)',
    fromReveal: section => {
      for (const element of all(section)) for (const name of URLS) dropOutside(element, name)
    },
  },
  {
    name: 'links',
    why: 'they open beside the class, never in its place',
    fromOurs: section => {
      for (const link of section.querySelectorAll('a')) {
        link.removeAttribute('target')
        link.removeAttribute('rel')
      }
    },
    fromReveal: section => {
      for (const link of section.querySelectorAll('a')) {
        link.removeAttribute('target')
        link.removeAttribute('rel')
      }
    },
  },
  {
    name: 'guessed languages',
    why: 'code that names no language reveal colours by its best guess among 193, however weak, and terminal output with it; we try the common ones, and colour what is likely',
    fromReveal: (section, { isLanguage }) => {
      for (const code of section.querySelectorAll('code.hljs')) {
        if (!written(code).some(name => isLanguage(name.replace(LANGUAGE, '')))) flatten(code)
      }
    },
    // Where we guess, we put no name.
    fromOurs: section => {
      for (const code of section.querySelectorAll('code.hljs:not([class*="language-"])')) flatten(code)
    },
  },
  {
    name: 'maths',
    why: 'a formula is compared by its TeX; in back-ticks, as reveal’s documentation asks, it is a formula here too',
  },
  {
    name: 'spans over several lines',
    why: 'reveal’s numbering of lines wraps a span that it cuts in another of the same class, and a space in a blank line',
    fromReveal: section => {
      for (const span of [...section.querySelectorAll('.hljs-ln span')].reverse()) {
        const [inner] = span.childNodes
        if (span.textContent === ' ') span.replaceWith(...span.childNodes)
        if (span.childNodes.length !== 1 || !(inner instanceof HTMLSpanElement)) continue
        if (inner.className === span.className) inner.replaceWith(...inner.childNodes)
      }
    },
  },
  {
    name: 'language names',
    why: 'of a block of code we keep one name of its language, reveal all that it came by; neither changes its look',
    fromReveal: unname,
    fromOurs: unname,
  },
  {
    name: 'marks of the plugins',
    why: 'they only tell reveal’s plugins what is done already',
    fromReveal: section => {
      for (const name of ['data-markdown', 'data-markdown-parsed', 'data-highlighted']) {
        for (const element of all(section)) element.removeAttribute(name)
      }
    },
  },
]

const all = (section: HTMLElement): Element[] => [section, ...section.querySelectorAll('*')]

function remove(section: HTMLElement, selector: string) {
  for (const element of section.querySelectorAll(selector)) element.remove()
}

function unname(section: HTMLElement) {
  for (const code of section.querySelectorAll('code.hljs')) {
    const names = written(code)
    if (!names.some(name => LANGUAGE.test(name))) code.classList.remove(names[0] ?? 'language-')
    code.classList.remove(...[...code.classList].filter(name => LANGUAGE.test(name)))
  }
}

/** Without what highlight.js has added behind. */
function written(code: Element): string[] {
  const names = [...code.classList]
  const known = names.indexOf('hljs')
  return names.filter((name, place) => name !== 'hljs' && !STATE.test(name) && (place < known || !LANGUAGE.test(name)))
}

function flatten(code: Element) {
  for (const span of code.querySelectorAll('span')) span.replaceWith(...span.childNodes)
  code.normalize()
}

function dropOutside(element: Element, name: string) {
  const value = element.getAttribute(name)?.trim()
  if (value && (/^file:/i.test(value) || (!/^[a-z]+:|^\/\//i.test(value) && climbs(value))))
    element.removeAttribute(name)
}

function climbs(address: string): boolean {
  let depth = 0
  for (const step of decodeURIComponent(address.replace(/[?#].*/, '')).split('/')) {
    if (step === '..') depth -= 1
    else if (step !== '' && step !== '.') depth += 1
    if (depth < 0) return true
  }
  return false
}
