import { describe, expect, test } from 'vitest'
import { wallParts } from '../../../client/screen/boards/wall-parts.ts'
import type { LessonView } from '../../../server/wire/messages.ts'
import type { PollView } from '../../../server/wire/poll-view.ts'
import type { QuizView, SegmentView, WorkshopView } from '../../../server/wire/segment-view.ts'

type Seen = Parameters<typeof wallParts>[0]

const LIVE = { status: 'live' } as LessonView
const segment = (kind: SegmentView['kind'], id: string = kind): SegmentView => ({
  id,
  kind,
  title: kind,
  pace: 'class',
  enteredAt: 0,
})
const quiz = (phase: QuizView['phase']): QuizView => ({ segment: 'quiz', phase, questions: ['one', 'two'] })
const workshop: WorkshopView = { tasks: [{ id: 'build', h: 1, v: 0, text: 'Build', done: 0 }], waiting: 0 }
const timer = { endsAt: 1, seconds: 60, kind: 'timer' as const }
const counted = { id: 'one', results: { total: 0 } } as unknown as PollView

const shown = (seen: Partial<Seen>) =>
  wallParts({
    lesson: LIVE,
    segment: null,
    quiz: null,
    polls: [],
    workshop: null,
    timer: null,
    brief: true,
    asking: false,
    ...seen,
  })

describe('the wall', () => {
  test('shows nothing but the slide in a talk, and in a deck without segments', () => {
    expect(shown({})).toEqual({ beside: [] })
    expect(shown({ segment: segment('talk') })).toEqual({ beside: [] })
  })

  test('shows a countdown beside the slide', () => {
    expect(shown({ timer })).toEqual({ beside: ['timer'] })
  })

  test('shows a break in the place of a slide that says little, and beside one that says more', () => {
    const here = { segment: segment('break'), timer: { ...timer, kind: 'break' as const } }
    expect(shown(here)).toEqual({ board: 'break', beside: [] })
    expect(shown({ ...here, brief: false })).toEqual({ beside: ['break'] })
  })

  test('shows a quiz from its start on, whatever the slide says', () => {
    const here = { segment: segment('quiz'), brief: false }
    expect(shown({ ...here, quiz: quiz('ready') })).toEqual({ beside: [] })
    expect(shown({ ...here, quiz: quiz('open') })).toEqual({ board: 'quiz', beside: [] })
  })

  test('shows one of its questions when the class goes there, and the time beside it', () => {
    expect(shown({ segment: segment('quiz'), quiz: quiz('open'), asking: true })).toEqual({ beside: ['quiz'] })
    expect(shown({ segment: segment('talk'), quiz: quiz('open') })).toEqual({ beside: ['quiz'] })
  })

  test('says that the time of a quiz is over until its first results are shown', () => {
    const here = { segment: segment('quiz'), quiz: quiz('closed') }
    expect(shown(here)).toEqual({ board: 'quiz', beside: [] })
    expect(shown({ ...here, asking: true })).toEqual({ beside: [] })
    expect(shown({ ...here, polls: [counted] })).toEqual({ beside: [] })
    expect(shown({ ...here, segment: segment('break') })).toEqual({ board: 'break', beside: [] })
  })

  test('shows the tasks of a workshop in the place of a slide that says little, and beside one that says more', () => {
    const here = { segment: segment('workshop'), workshop }
    expect(shown({ ...here, timer })).toEqual({ board: 'workshop', beside: ['timer'] })
    expect(shown({ ...here, brief: false })).toEqual({ beside: ['workshop'] })
    expect(shown({ ...here, workshop: { tasks: [], waiting: 1 } })).toEqual({ beside: ['workshop'] })
  })

  test('shows nothing of it once the class is over', () => {
    const over = { lesson: { ...LIVE, status: 'over' } as LessonView }
    expect(shown({ ...over, segment: segment('break'), timer })).toEqual({ beside: [] })
  })
})
