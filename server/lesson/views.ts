/**
 * What each role sees of a lesson. Views are allow-lists: every field is put in by name for the roles that may see it.
 * Nothing here takes a full object and removes from it.
 */
import type { Deck, Mistake, Slide } from '../deck/deck.ts'
import type { DeckView, SlidesMessage } from '../wire/deck-view.ts'
import type { CrowdView, Health, LessonView, OwnAnswer, Slices, You } from '../wire/messages.ts'
import type { Role } from '../wire/protocol.ts'
import { feedback, isRight, sameQuestion } from './kinds/kinds.ts'
import { keptRounds, type Lesson, type Round } from './lesson.ts'
import { ranking, rankOf, standings } from './people/ranking.ts'
import { lastStep, place } from './show/place.ts'
import { begunAt, segmentView } from './show/segment.ts'
import { headingAt, listTitle } from './show/slide-title.ts'
import { isTold, orphans, pollView, solvedViews } from './vote/question-view.ts'
import { points, pointsIn } from './vote/score.ts'

/** What is so right now and is in no log. */
export interface Passing {
  /** Students with an open connection. */
  connected: number
  /** The URL that students open. */
  join: string
  /** The log takes what it is given. */
  saving: boolean
  /** Of the deck's file as it was last saved. */
  mistakes: Mistake[]
  /** Only the presenter's view has it. */
  health?: Health
  /** Likewise. */
  crowd?: CrowdView | undefined
}

/** Everything but `you`, which is one student's own. */
export function slices(role: Role, lesson: Lesson, deck: Deck, passing: Passing): Omit<Slices, 'you'> {
  return {
    lesson: lessonView(role, lesson, deck, passing),
    position: { ...place(lesson, deck), blank: lesson.blank },
    poll: pollView(role, lesson, deck),
    ...(role === 'student' && { solved: solvedViews(lesson, deck) }),
    ...(role !== 'student' &&
      deck.ranking !== undefined && { ranking: lesson.ranking ? ranking(lesson, deck.ranking) : null }),
    ...(role === 'presenter' && deck.ranking !== undefined && { standings: standings(lesson, deck.ranking) }),
    ...(role !== 'student' && { audience: { connected: passing.connected, joined: joined(lesson) } }),
    ...(role === 'presenter' && passing.health && { health: passing.health }),
    ...(role === 'presenter' && { crowd: passing.crowd ?? null, segment: segmentView(lesson, deck) }),
  }
}

/** A student's own slice; whether an answer was right, and the feedback on it, only once the solution is shown. */
export function you(lesson: Lesson, student: string, token: string): You {
  const { name, joinedAt = 0 } = lesson.students.get(student) ?? {}
  const answers: [poll: string, OwnAnswer][] = []
  const missed: [poll: string, number][] = []
  for (const [poll, rounds] of lesson.polls) {
    const own = lastAnswer(rounds, student)
    if (own) answers.push([poll, own])
    const lost = own && !own.earlier ? undefined : blankIn(keptRounds(rounds).at(-1)?.round, student, joinedAt)
    if (lost) missed.push([poll, lost])
  }
  const rank = lesson.ranking ? rankOf(lesson, student) : undefined
  return {
    id: student,
    token,
    ...(name !== undefined && { name }),
    // Ids come from the deck: by assignment `__proto__` would not be kept.
    answers: Object.fromEntries(answers),
    ...(missed.length > 0 && { missed: Object.fromEntries(missed) }),
    ...(rank && { rank }),
  }
}

/** The deck as far as a role may see it; null stands for a slide not shown yet. */
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
    slides: deck.slides.map(stack => stack.map(slide => slideView(role, lesson, slide))),
  }
}

/** Addresses of the deck's own sheets, in order. */
export const ownSheets = (code: string, { css }: Pick<Deck, 'css'>): string[] =>
  css.map(({ path, version }) => `/${code}/assets/${encodeURI(path)}?v=${version}`)

/** One slide as a student sees it now, for the `slides` message. */
export function shownSlide(lesson: Lesson, deck: Deck, h: number, v: number): SlidesMessage['slides'][number] | null {
  const slide = deck.slides[h]?.[v]
  const view = slide && slideView('student', lesson, slide)
  return view ? { h, v, ...view } : null
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

/** Every local path and remote URL that the style sheets, the shown steps and solutions name: what a student may fetch. */
export function shownAssets(lesson: Lesson, deck: Deck): Set<string> {
  const ofSlides = deck.slides.flat().flatMap(slide => {
    const solved = lesson.polls.get(slide.question?.id ?? '')?.some(isTold)
    return [
      ...(slide.assets[shownStep('student', lesson, slide) + 1] ?? []),
      ...((solved && slide.question?.assets) || []),
    ]
  })
  return new Set([...deck.css.flatMap(({ assets }) => assets), ...ofSlides])
}

function slideView(role: Role, lesson: Lesson, slide: Slide) {
  const step = shownStep(role, lesson, slide)
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
    ...(role === 'presenter' && slide.segment && { segment: slide.segment }),
  }
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
function shownStep(role: Role, lesson: Lesson, slide: Slide): number {
  if (role !== 'student') return lastStep(slide)
  const step = lesson.shown.get(slide.id)
  return step === undefined ? -2 : Math.min(step, lastStep(slide))
}

function lessonView(role: Role, lesson: Lesson, deck: Deck, { join, saving, mistakes }: Passing): LessonView {
  const begun = begunAt(lesson)
  const left = role === 'presenter' ? orphans(lesson, deck) : []
  return {
    code: lesson.code,
    title: deck.title,
    status: lesson.endedAt === undefined ? 'live' : 'over',
    join,
    lang: deck.lang,
    ...(deck.options.rtl === true && { dir: 'rtl' as const }),
    version: deck.version,
    identity: deck.identity ?? 'anonymous',
    ...(role !== 'student' && { joinCode: lesson.joinCode, locked: lesson.locked }),
    ...(role === 'presenter' && {
      saving,
      mistakes,
      ...(begun !== undefined && { startedAt: begun }),
      ...(left.length > 0 && { orphans: left }),
    }),
  }
}

function lastAnswer(rounds: Round[], student: string): OwnAnswer | undefined {
  const index = rounds.findLastIndex(round => round.answers.has(student))
  const round = rounds[index]
  const answer = round?.answers.get(student)
  if (!round || !answer) return undefined
  const own: OwnAnswer = { round: index + 1, value: answer.value, at: answer.at }
  if (index < rounds.length - 1) {
    own.earlier = true
    const now = rounds.at(-1)?.definition
    if (now && sameQuestion(round.definition, now)) own.fits = true
  }
  if (!isTold(round)) return own
  const [right, worth] = [isRight(round.definition, answer.value), points(round.definition, answer.value)]
  if (right !== undefined) own.right = right
  if (worth !== undefined) own.points = worth
  own.feedback = feedback(round.definition, answer.value)
  return own
}

const blankIn = (round: Round | undefined, student: string, joinedAt: number): number | undefined =>
  round && isTold(round) ? pointsIn(round, student, joinedAt) : undefined

const joined = (lesson: Lesson): number => lesson.students.count(student => !student.removed)
