/**
 * The deck as far as a role may see it, and what of it becomes visible. An allow-list, as all views: every field is put in
 * by name for the roles that may see it. Pure.
 */
import type { Deck, Slide, Task } from '../../deck/deck.ts'
import type { DeckView, SlidesMessage } from '../../wire/deck-view.ts'
import type { Role } from '../../wire/protocol.ts'
import type { Lesson } from '../lesson.ts'
import { askedInQuiz, isSecret } from '../quiz/quiz-slides.ts'
import { walkableSlides } from '../segments/current-segment.ts'
import { segmentOf } from '../segments/deck-segments.ts'
import { lastStep } from '../show/place.ts'
import { headingAt, listTitle } from '../show/slide-title.ts'
import { isTold } from '../vote/question-view.ts'
import { pushedHints } from '../workshop/hints.ts'

/** Null stands for a slide not shown yet. */
export function deckView(role: Role, lesson: Lesson, deck: Deck): DeckView {
  const { version, title, lang, theme, highlightTheme, options, maths, total } = deck
  return {
    version,
    title,
    lang,
    theme,
    highlightTheme,
    options,
    ...(maths && { maths }),
    ...(total !== undefined && { total }),
    css: ownSheets(lesson.code, deck),
    slides: deck.slides.map(stack => stack.map(slide => slideView(role, lesson, deck, slide))),
  }
}

/** Addresses of the deck's own sheets, in order. */
export const ownSheets = (code: string, { css }: Pick<Deck, 'css'>): string[] =>
  css.map(({ path, version }) => `/${code}/assets/${encodeURI(path)}?v=${version}`)

/** What has become visible to students, for the `slides` message: slides and steps gone to, those that they walk alone, and those of a quiz. */
export function shownBetween(before: Lesson, after: Lesson, deck: Deck): SlidesMessage['slides'] {
  if (sameShown(before, after)) return []
  const [seen, visible] = [studentSteps(before, deck), studentSteps(after, deck)]
  return deck.slides.flatMap((stack, h) =>
    stack.flatMap((slide, v) => {
      const view = seen(slide) !== visible(slide) && slideView('student', after, deck, slide)
      return view ? [{ h, v, ...view }] : []
    }),
  )
}

/** Whether students see the same of one deck. */
export function sameShown(a: Lesson, b: Lesson): boolean {
  const quizzes = (lesson: Lesson) => [...lesson.quizzes.values()].map(({ openedAt }) => openedAt).join()
  return (
    a.shown === b.shown &&
    a.segments === b.segments &&
    a.polls.size === b.polls.size &&
    (a.quizzes === b.quizzes || quizzes(a) === quizzes(b))
  )
}

/**
 * What a student's page has to change when the deck's text has: the slides that it shows otherwise. Undefined when
 * slides came or went, or the deck looks different as a whole.
 */
export function editedSlides(lesson: Lesson, before: Deck, after: Deck): SlidesMessage['slides'] | undefined {
  const [old, fresh] = [deckView('student', lesson, before), deckView('student', lesson, after)]
  const { version: _, slides: __, ...look } = old
  const { version: ___, slides: ____, ...freshLook } = fresh
  const shape = (view: DeckView) => view.slides.map(stack => stack.length).join()
  // What was seen in a place is not for students any more: another slide stands there.
  const gone = old.slides.some((stack, h) => stack.some((slide, v) => slide && !fresh.slides[h]?.[v]))
  if (gone || shape(old) !== shape(fresh) || JSON.stringify(look) !== JSON.stringify(freshLook)) return undefined
  return fresh.slides.flatMap((stack, h) =>
    stack.flatMap((slide, v) => {
      const same = JSON.stringify(slide) === JSON.stringify(old.slides[h]?.[v])
      return same || !slide ? [] : [{ h, v, ...slide }]
    }),
  )
}

/** Every local path and remote URL that the style sheets, the shown steps, solutions and given hints name: what a student may fetch. */
export function shownAssets(lesson: Lesson, deck: Deck): Set<string> {
  const ofSlides = deck.slides.flat().flatMap(slide => {
    const solved = lesson.polls.get(slide.question?.id ?? '')?.some(isTold)
    return [
      ...(slide.assets[shownStep('student', lesson, deck, slide) + 1] ?? []),
      ...((solved && slide.question?.assets) || []),
      ...(slide.tasks ?? []).flatMap(task => givenAssets(lesson, task)),
    ]
  })
  return new Set([...deck.css.flatMap(({ assets }) => assets), ...ofSlides])
}

const givenAssets = ({ workshop }: Lesson, { id, hints }: Task): string[] =>
  hints.slice(0, pushedHints(workshop, id)).flatMap(({ assets = [] }) => assets)

function slideView(role: Role, lesson: Lesson, deck: Deck, slide: Slide) {
  const step = shownStep(role, lesson, deck, slide)
  const html = slide.html[step + 1]
  if (html === undefined) return null
  return {
    id: slide.id,
    number: slide.number,
    ...titled(role, slide, step),
    steps: slide.html.length - 1,
    step,
    attributes: slide.attributes,
    html: role === 'screen' && slide.frame !== undefined ? frame(lesson, slide) : html,
    ...(role === 'screen' && slide.stacked && { stacked: slide.stacked }),
    ...(role === 'presenter' && slide.notes !== undefined && { notes: slide.notes }),
    ...(slide.question && { poll: slide.question.id }),
    ...(role === 'student' && workshopOf(deck, slide)),
    ...(role === 'presenter' && slide.segment && { segment: slide.segment }),
    ...(role === 'screen' && slide.segment && { begins: true as const }),
    ...(role === 'presenter' && slide.timer !== undefined && { timer: slide.timer }),
  }
}

function workshopOf(deck: Deck, slide: Slide): { workshop?: string } {
  const segment = slide.tasks && segmentOf(deck, slide)
  return segment ? { workshop: segment.id } : {}
}

function titled(role: Role, slide: Slide, step: number): { title?: string } {
  if (role === 'screen') return {}
  const title = role === 'presenter' ? listTitle(slide) : headingAt(slide, step)
  return title === '' ? {} : { title }
}

/** A slide with scripts is drawn by a document of its own. */
function frame({ code }: Lesson, { id, title }: Slide): string {
  const quoted = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
  const address = `/${code}/frames/${encodeURIComponent(id)}`
  return `<iframe class="frame r-stretch" sandbox="allow-scripts" title="${quoted(title)}" data-src="${address}"></iframe>`
}

/** The furthest step of a slide that a role may see; -2 when not even the slide. */
const shownStep = (role: Role, lesson: Lesson, deck: Deck, slide: Slide): number =>
  role === 'student' ? studentSteps(lesson, deck)(slide) : lastStep(slide)

/** By the deck, then by the lesson. */
const known = new WeakMap<Deck, { lesson: Lesson; stepOf: (slide: Slide) => number }>()

function studentSteps(lesson: Lesson, deck: Deck): (slide: Slide) => number {
  const before = known.get(deck)
  if (before?.lesson === lesson) return before.stepOf
  const [walkable, asked] = [walkableSlides(lesson, deck), askedInQuiz(lesson)]
  const stepOf = (slide: Slide) => {
    if (walkable.has(slide.id)) return lastStep(slide)
    if (isSecret(lesson, deck, slide)) return -2
    // Later steps of a slide may say what is right.
    const step = lesson.shown.get(slide.id) ?? (asked.has(slide.question?.id ?? '') ? -1 : -2)
    return Math.min(step, lastStep(slide))
  }
  known.set(deck, { lesson, stepOf })
  return stepOf
}
