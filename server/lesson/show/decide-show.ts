/** Decisions about what the class is shown: slides, the black screen, the join code, the ranking; and the end. Pure. */

import { type Decisions, PRESENTER } from '../decision-types.ts'
import { arrival } from '../segments/decide-segments.ts'
import { segmentAt } from '../segments/deck-segments.ts'
import { closingAll } from '../vote/closing.ts'
import { lastStep, movedTo, slideAt } from './place.ts'

export const showDecisions = {
  move: {
    by: ['presenter', 'server'],
    decide({ h, v, f }, { lesson, deck, now }) {
      const event = movedTo(deck, { h, v, f }, now)
      if (!event || f > lastStep(slideAt(deck, { h, v }))) return 'invalid'
      const { position } = lesson
      const there = position.h === h && position.v === v && position.f === f && position.slide === event.slide
      if (there) return []
      const over = lesson.timer?.kind === 'timer' && lesson.timer.endsAt <= now && position.slide !== event.slide
      return [
        event,
        ...(over ? [{ type: 'timerStopped' as const, at: now }] : []),
        ...arrival(lesson, segmentAt(deck, { h, v }), now),
      ]
    },
  },

  blank: {
    by: PRESENTER,
    decide: ({ on }, { lesson, now }) => (lesson.blank === on ? [] : [{ type: 'blanked', at: now, on }]),
  },

  joinCode: {
    by: PRESENTER,
    decide: ({ shown }, { lesson, now }) =>
      lesson.joinCode === shown ? [] : [{ type: 'joinCodeShown', at: now, shown }],
  },

  ranking: {
    by: PRESENTER,
    decide({ shown }, { lesson, deck, now }) {
      if (deck.ranking === undefined) return 'invalid'
      return lesson.ranking === shown ? [] : [{ type: 'rankingShown', at: now, shown }]
    },
  },

  edit: {
    by: ['server'],
    decide({ aliases }, { now }) {
      const { slides, polls, tasks = {} } = aliases
      const unchanged = [slides, polls, tasks].every(edited => Object.keys(edited).length === 0)
      return unchanged ? [] : [{ type: 'edited', at: now, aliases }]
    },
  },

  end: {
    by: PRESENTER,
    decide: (_, { lesson, now }) => [...closingAll(lesson, now), { type: 'ended', at: now }],
  },
} satisfies Partial<Decisions>
