/** All slides of a deck, in their stacks, with ids that no two of them share. */
import type { Segment } from '../deck.ts'
import { DeckError, error, type Mistake, warning } from '../mistake.ts'
import type { SlideText } from '../source/split-slides.ts'
import type { Renderer } from './markdown.ts'
import type { DeckContext } from './pass.ts'
import { parseSlide } from './slide.ts'
import type { Unnumbered } from './slide-number.ts'

/** Far more than a class can see. */
const MAX_SLIDES = 5_000

/**
 * A deck's slides as `[h][v]`, without the hidden ones.
 * @throws {DeckError} for too many slides, and for one that is nested too deeply
 */
export function renderStacks(sources: SlideText[][], marked: Renderer, deck: DeckContext) {
  limit(sources.flat().length, sources[0]?.[0]?.line ?? 1)
  const mistakes: Mistake[] = []
  const earlier: { questions: Map<string, number>; tasks: Map<string, number>; segment?: Segment['kind'] } = {
    questions: new Map(),
    tasks: new Map(),
  }
  const used = new Map<string, number>()
  let maths = false
  let many = 0
  function* read(source: SlideText, alone: boolean): Generator<Unnumbered | null> {
    for (const { slide, mistakes: own, ...found } of parseSlide(source, marked, deck, { alone, earlier })) {
      // reveal.js takes hidden slides away before it numbers the others.
      if (slide.attributes['data-visibility'] === 'hidden') {
        yield null
        continue
      }
      limit(++many, source.line)
      mistakes.push(...own)
      if (found.maths) maths = true
      if (slide.question) earlier.questions.set(slide.question.id, slide.line)
      for (const [id, line] of found.taskLines ?? []) earlier.tasks.set(id, line)
      if (slide.segment) earlier.segment = slide.segment.kind
      if (slide.attributes.id && used.has(slide.attributes.id)) {
        const message = `the slide id "${slide.attributes.id}" is taken by a slide before; give this one another id`
        mistakes.push(warning(slide.line, message))
      }
      yield { ...slide, id: unused(slide.id, used) }
    }
  }
  const stacks = sources
    .map(stack => stack.flatMap(source => [...read(source, stack.length === 1)]))
    .map(shown)
    .filter(stack => stack.length > 0)
  return { stacks, maths, mistakes }
}

/** A stack without its hidden slides. */
function shown(stack: (Unnumbered | null)[]): Unnumbered[] {
  const [only, ...others] = stack.filter(slide => slide !== null)
  if (!only) return []
  return others.length === 0 && stack.length > 1 ? [{ ...only, stacked: true }] : [only, ...others]
}

/** Twins are told apart by a number: `intro`, `intro-2`, … */
function unused(id: string, used: Map<string, number>): string {
  const number = (used.get(id) ?? 0) + 1
  used.set(id, number)
  return number === 1 ? id : unused(`${id}-${number}`, used)
}

function limit(slides: number, line: number) {
  if (slides <= MAX_SLIDES) return
  const message = `the deck has ${slides} slides, more than ${MAX_SLIDES}; split it into several decks`
  throw new DeckError([error(line, message)])
}
