/** Front matter: the YAML on top of a deck, checked key by key. */
import { IDENTITIES, type Identity, type Inbox } from '../deck.ts'
import { readsFromRight } from '../language.ts'
import { type Mistake, warning } from '../mistake.ts'
import { isGiven, quoted, readMorning } from './morning-settings.ts'
import { type Layer, readSettings, type Settings } from './settings.ts'
import { lineBreaks, SEPARATORS, type Separators } from './split-slides.ts'
import { isMapping, readMapping } from './yaml.ts'

export interface FrontMatter extends Layer {
  identity?: Identity
  /** How many of the best are named. */
  ranking?: number
  /** Seconds that the whole class is planned to take. */
  duration?: number
  /** `off` where students may write nothing; absent when the deck does not say. */
  inbox?: Inbox | 'off'
  /** Absent when the deck does not say. */
  pulse?: boolean
  /** All keys of the front matter, known or not. */
  keys: string[]
  /** The text up to the body, without a byte order mark. */
  head: string
  /** What follows the front matter. */
  body: string
  /** Line of the file where the body begins, from 1. */
  line: number
  /** Line of a key of the front matter; 1 when it does not stand there. */
  lineOf: (key: string) => number
  mistakes: Mistake[]
}

/** With all settings that hold for the deck, wherever they are written. */
export interface Configured extends FrontMatter {
  settings: Settings & Separators
}

const RANKINGS = ['top3', 'top10'] as const
/** Pandoc's decks end it with `...`, which ends a text of YAML in any case. */
const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m

/** Throws a `DeckError` for YAML that is broken, is no mapping, or is built to do harm. */
export function parseFrontMatter(source: string): FrontMatter {
  const text = source.replace(/^\uFEFF/, '')
  const [block, yaml = ''] = text.startsWith('---') ? (BLOCK.exec(text) ?? []) : []
  if (block === undefined || !text.startsWith(block)) {
    return { ...NO_SETTINGS, head: '', body: text, line: 1 }
  }
  if (isSlide(yaml)) return { ...NO_SETTINGS, ...withoutSeparator(text) }
  const { value, lineOf } = readMapping(yaml)
  const { settings, mistakes } = readSettings(value, lineOf)
  const people = readPeople(value, lineOf)
  const morning = readMorning(value, lineOf)
  const given = value.revealOptions ?? {}
  if (!isMapping(given)) {
    mistakes.push(
      warning(lineOf('revealOptions'), 'revealOptions is no mapping; write one indented "option: value" a line'),
    )
  }
  const { dependencies: _, plugins: __, ...options } = isMapping(given) ? given : {}
  return {
    settings,
    options,
    ...people.value,
    ...morning.value,
    keys: Object.keys(value),
    head: block,
    body: text.slice(block.length),
    line: 1 + lineBreaks(block),
    lineOf,
    mistakes: [...mistakes, ...people.mistakes, ...morning.mistakes],
  }
}

/**
 * @param beside from `reveal-md.json` and `reveal.json`; front matter wins over them
 * @param flags from the command line; they win over front matter
 */
export function configured(own: FrontMatter, beside: Layer | undefined, flags: Settings = {}): Configured {
  const settings = { ...SEPARATORS, ...beside?.settings, ...own.settings, ...flags }
  const direction = readsFromRight(settings.lang ?? '') ? { rtl: true } : {}
  return {
    ...own,
    settings,
    options: { ...direction, ...beside?.options, ...own.options },
    lineOf: key => (Object.hasOwn(flags, key) ? 1 : own.lineOf(key)),
  }
}

const NO_SETTINGS = { settings: {}, options: {}, keys: [], lineOf: () => 1, mistakes: [] }

/** Markdown between two `---`, which YAML would take for comments: a heading that is no `# key: value`, and no line that is a key. */
const isSlide = (yaml: string) => /^[ \t]*#{1,6}[ \t]+(?![\w-]+[ \t]*:)\S/m.test(yaml) && !/^[ \t]*[^\s#]/m.test(yaml)

/** A deck that begins with a separator. */
function withoutSeparator(text: string) {
  const [first = ''] = /^---[ \t]*\r?\n/.exec(text) ?? []
  const message =
    'the deck begins with ---, as front matter does; the first slide is read all the same, but take this line away'
  return { head: first, body: text.slice(first.length), line: 2, mistakes: [warning(1, message)] }
}

/** Whether students give names (`identity`), and how many of the best are shown (`ranking`). */
function readPeople({ identity, ranking }: Record<string, unknown>, lineOf: (key: string) => number) {
  const mistakes: Mistake[] = []
  const known = IDENTITIES.find(name => name === identity)
  if (isGiven(identity) && !known) {
    const message = `"${quoted(identity)}" is no identity and is left out; write identity: anonymous, nickname or name`
    mistakes.push(warning(lineOf('identity'), message))
  }
  const best = RANKINGS.find(name => name === ranking)
  if (isGiven(ranking) && !best) {
    const message = `"${quoted(ranking)}" is no ranking and none is shown; write ranking: top3 or top10, or leave it out`
    mistakes.push(warning(lineOf('ranking'), message))
  }
  const value = { ...(known && { identity: known }), ...(best && { ranking: Number(best.slice(3)) }) }
  return { value, mistakes }
}
