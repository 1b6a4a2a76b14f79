/** Where our slides differ from reveal.js' own on purpose: each by name, with its reason. Nothing else may differ. */
import type { Input } from './told.ts'

export interface Difference {
  name: string
  why: string
  /** Takes the difference out of a copy of reveal's slide. */
  fromReveal?(section: HTMLElement): void
  /** Takes the difference out of a copy of our slide. */
  fromOurs?(section: HTMLElement, input: Input): void
}

const REFUSED =
  'script, base, meta, link, object, embed, applet, template, noscript, frame, frameset, noembed, noframes, xmp, plaintext, portal'
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
    name: 'marks of the plugins',
    why: 'they only tell reveal’s plugins what is done already',
    fromReveal: section => {
      for (const name of ['data-markdown', 'data-markdown-parsed', 'data-highlighted']) {
        for (const element of all(section)) element.removeAttribute(name)
      }
    },
  },
]

/** Questions are drawn live: their slides are compared by place and number only. */
export const QUESTIONS = { name: 'questions', why: 'a question’s slide is drawn by the lesson, with its live results' }

const all = (section: HTMLElement): Element[] => [section, ...section.querySelectorAll('*')]

function remove(section: HTMLElement, selector: string) {
  for (const element of section.querySelectorAll(selector)) element.remove()
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
