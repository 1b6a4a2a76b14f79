/** One slide's Markdown to a slide: the one list of what is done to it, in order. */
import type { Element } from 'hast'
import { DeckError, error, type Mistake } from '../mistake.ts'
import { question } from '../questions/question.ts'
import { segmentMarks } from '../segments/segment-marks.ts'
import { strayHints } from '../segments/stray-hints.ts'
import { takeHints } from '../segments/take-hints.ts'
import { timerMark } from '../segments/take-seconds.ts'
import { tasks } from '../segments/tasks.ts'
import { lineBreaks, type SlideText } from '../source/split-slides.ts'
import { commentAttributes } from './comment-attributes.ts'
import { attributesOf } from './element.ts'
import { innerSections } from './inner-sections.ts'
import { markdownTree, type Renderer } from './markdown.ts'
import type { Context, DeckContext, Pass, SlideDraft } from './pass.ts'
import { assetLists } from './passes/asset-lists.ts'
import { assets } from './passes/assets.ts'
import { autoSlide } from './passes/auto-slide.ts'
import { diagrams } from './passes/code/diagrams.ts'
import { highlight } from './passes/code/highlight.ts'
import { fragments } from './passes/fragments.ts'
import { formulas } from './passes/maths/formulas.ts'
import { notes } from './passes/notes.ts'
import { sanitize } from './passes/sanitize.ts'
import { keepScripts, scriptFrame } from './passes/scripts.ts'
import { givenId, madeId } from './passes/slide-id.ts'
import { title } from './passes/title.ts'

const attributes: Pass = section => ({ slide: { attributes: attributesOf(section) } })

const PASSES: Pass[] = [
  // First, so that nothing else sees what is secret.
  takeHints,
  strayHints,
  // The tree becomes what may be shown.
  diagrams,
  highlight,
  keepScripts,
  sanitize,
  assets,
  formulas,
  scriptFrame,
  // What the slide says about itself is read and taken off it.
  notes,
  title,
  givenId,
  segmentMarks,
  timerMark,
  tasks,
  question,
  // The rest is written as HTML, step by step.
  fragments,
  autoSlide,
  attributes,
  madeId,
  assetLists,
]

interface Place {
  /** Whether it is in no vertical stack. */
  alone: boolean
  earlier: Context['earlier']
}

/**
 * One slide, or those that its `<section>`s are.
 * @throws {DeckError} for text that is nested so deeply that it exhausts the stack: a mistake in the deck, not in the program
 */
export function* parseSlide(source: SlideText, marked: Renderer, deck: DeckContext, { alone, earlier }: Place) {
  try {
    const { section, lineOf } = markdownTree(source, marked)
    commentAttributes(section)
    for (const part of innerSections(section, alone)) {
      const line = part === section ? firstLine(source) : lineOf(part)
      yield runPasses(part, {
        ...deck,
        earlier,
        line,
        lineOf: node => (node && node !== part ? lineOf(node) : line),
        lineOfAttribute: name => lineOfAttribute(source, name, line) ?? line,
      })
    }
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause
    throw new DeckError([error(firstLine(source), 'the slide is nested too deeply to be shown; write it flatter')])
  }
}

/** One slide through all passes. */
function runPasses(section: Element, context: Context) {
  let draft: SlideDraft = { ...EMPTY, line: context.line }
  const mistakes: Mistake[] = []
  for (const pass of PASSES) {
    const result = pass(section, context, draft)
    draft = { ...draft, ...result.slide }
    mistakes.push(...(result.mistakes ?? []))
  }
  const { addresses: _, scripted: __, taskItems: ___, taskLines, maths = false, diagrams, ...slide } = draft
  // Last, so that the long sources end what is written of a slide.
  return { slide: { ...slide, ...(diagrams && { diagrams }) }, maths, taskLines, mistakes }
}

const EMPTY: SlideDraft = { id: '', line: 1, title: '', attributes: {}, html: [], assets: [], addresses: new Map() }

const firstLine = ({ line, text }: SlideText) => line + lineBreaks(/^\s*(?=\S)/.exec(text)?.[0] ?? '')

/** The first line, not before `from`, on which the attribute is written. */
function lineOfAttribute({ line, text }: SlideText, name: string, from: number) {
  const mark = new RegExp(`${name}(?![\\w-])`)
  const found = text.split(/\r\n|\r|\n/).findIndex((row, index) => line + index >= from && mark.test(row))
  return found < 0 ? undefined : line + found
}
