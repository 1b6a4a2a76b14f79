/** What each role is told of segments, and what students may read of them. */
import { describe, expect, test } from 'vitest'
import type { Segment } from '../../../server/deck/deck.ts'
import { fold } from '../../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { deckView, shownBetween } from '../../../server/lesson/views/visible-deck.ts'
import type { Role } from '../../../server/wire/protocol.ts'
import { deckOf, questionOf, slideOf } from '../../support/deck.ts'
import { slices } from '../../support/views.ts'
import { passing } from '../views-lesson.ts'

const mark = (kind: Segment['kind'], pace: Segment['pace']): Segment => ({ kind, title: `the ${kind}`, pace })
const deck = deckOf(
  [slideOf('talk', ['t', 'u'], { segment: mark('talk', 'class') })],
  [slideOf('alone', ['a', 'b'], { segment: mark('talk', 'self') })],
  [slideOf('shop', ['w', 'x'], { segment: mark('workshop', 'self') }), slideOf('shop2', ['y', 'z'])],
  [slideOf('quiz', ['q'], { segment: mark('quiz', 'self') }), slideOf('quiz2', ['r'])],
)
const moved = (h: number, slide: string): LessonEvent => ({ type: 'moved', at: 1, h, v: 0, f: -1, slide })
const entered = (segment: string, kind: Segment['kind']): LessonEvent => ({
  type: 'segmentEntered',
  at: 1,
  segment,
  kind,
  title: '',
})
const talk = [moved(0, 'talk'), entered('talk', 'talk')]
const shop = [...talk, moved(2, 'shop'), entered('shop', 'workshop')]
/** Ids of the slides that a student holds, with their furthest steps. */
const held = (events: LessonEvent[], inDeck = deck) =>
  deckView('student', fold(events), inDeck)
    .slides.flat()
    .flatMap(slide => (slide ? [`${slide.id} ${slide.step}`] : []))

describe('the slides of a segment', () => {
  test('are shown whole to students who walk through them alone, once the class has come to it', () => {
    expect(held(talk)).toEqual(['talk -1'])
    expect(held(shop)).toEqual(['talk -1', 'shop 0', 'shop2 0'])
    expect(held([...talk, moved(1, 'alone'), entered('alone', 'talk')])).toEqual(['talk -1', 'alone 0'])
  })

  test('stay shown when the class goes on', () => {
    expect(held([...shop, moved(0, 'talk'), entered('talk', 'talk')])).toContain('shop2 0')
  })

  test('of a quiz are not, whatever its pace', () => {
    expect(held([...talk, moved(3, 'quiz'), entered('quiz', 'quiz')])).toEqual(['talk -1', 'quiz -1'])
  })

  test('come with the move to it, each once', () => {
    const [before, after] = [fold(talk), fold(shop)]
    const news = shownBetween(before, after, deck)
    expect(news.map(({ h, v, step }) => [h, v, step])).toEqual([
      [2, 0, 0],
      [2, 1, 0],
    ])
  })

  test('that an edit adds to it are shown as well', () => {
    const [first, alone, stack = [], last] = deck.slides
    const longer = deckOf(...[first, alone, [...stack, slideOf('shop3', ['n'])], last].map(stack => stack ?? []))
    expect(held(shop, longer)).toContain('shop3 -1')
  })
})

test('everybody is told the segment and of the one after it no more than kind and plan', () => {
  for (const role of ['student', 'presenter', 'screen'] as const) {
    expect(slices(role, fold(talk), deck, passing).segment).toEqual({
      id: 'talk',
      ...mark('talk', 'class'),
      enteredAt: 1,
      next: { kind: 'talk' },
    })
  }
})

test('students do not read in the title of a quiz what it will ask', () => {
  const first = slideOf('asks', [], { segment: mark('quiz', 'class'), question: questionOf('asks', [true, false]) })
  const asking = deckOf([slideOf('talk', ['t'], { segment: mark('talk', 'class') })], [first])
  const events = [...talk, moved(1, 'asks'), entered('asks', 'quiz')]
  const title = (role: Role, lesson = fold(events)) => slices(role, lesson, asking, passing).segment?.title
  expect([title('student'), title('screen'), title('presenter')]).toEqual(['', 'the quiz', 'the quiz'])
  const definition = questionOf('asks', [true, false])
  const opened = fold([...events, { type: 'opened', at: 2, poll: 'asks', round: 1, definition }])
  expect(title('student', opened)).toBe('the quiz')
})

test('students are told to which workshop the tasks on a slide belong', () => {
  const [first = [], alone = [], [start] = []] = deck.slides
  const tasks = [{ id: 'run', text: 'Run it', hints: [] }]
  const tasked = deckOf(first, alone, [...(start ? [start] : []), slideOf('shop2', ['y'], { tasks })])
  const told = (role: Role) =>
    deckView(role, fold(shop), tasked)
      .slides.flat()
      .flatMap(slide => (slide?.workshop ? [`${slide.id} ${slide.workshop}`] : []))
  expect(told('student')).toEqual(['shop2 shop'])
  expect([...told('presenter'), ...told('screen')]).toEqual([])
})

test('students are told whether the deck wants to know how it goes', () => {
  const { pulse: _, ...on } = deck
  const told = (pulse: boolean, role: Role) => slices(role, fold(talk), { ...on, pulse }, passing).lesson?.pulse
  expect([told(true, 'student'), told(false, 'student'), told(true, 'screen')]).toEqual([true, undefined, undefined])
})

test('the pace that the presenter has set is the one that is told', () => {
  const lesson = fold([...shop, { type: 'paceSet', at: 2, segment: 'shop', to: 'class' }])
  expect(slices('student', lesson, deck, passing).segment).toMatchObject({ id: 'shop', pace: 'class' })
})

test('a break’s countdown is told in the break alone', () => {
  const timer: LessonEvent = { type: 'timerSet', at: 1, endsAt: 99, seconds: 9, kind: 'break', segment: 'shop' }
  const told = (events: LessonEvent[]) => slices('student', fold(events), deck, passing).timer
  expect(told([...shop, timer])).toEqual({ endsAt: 99, seconds: 9, kind: 'break' })
  expect(told([...shop, timer, moved(0, 'talk')])).toBeNull()
  expect(told([...talk, { type: 'timerSet', at: 1, endsAt: 99, seconds: 9, kind: 'timer' }, ...shop.slice(2)])).toEqual(
    {
      endsAt: 99,
      seconds: 9,
      kind: 'timer',
    },
  )
})
