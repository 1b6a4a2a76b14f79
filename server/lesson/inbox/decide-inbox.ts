/** Decisions about messages to the presenter, and about what students say of how it goes. Pure. */
import { BETWEEN_MESSAGES, MOST_OWN_MESSAGES, PULSE_LIFE } from '../../rules/message-limits.ts'
import { type Decisions, PRESENTER } from '../decision-types.ts'
import { cleanText } from '../people/clean-text.ts'
import { joinFirst } from '../people/decide-people.ts'
import { isReadByAll, messageById } from './messages.ts'

export const inboxDecisions = {
  ask: {
    by: ['student'],
    decide(command, context) {
      const { lesson, deck, now, student } = context
      if (deck.inbox === undefined) return 'off'
      const text = cleanText(command.text)
      if (text === '') return 'invalid'
      const { messages, own } = lesson.inbox
      const { asked = [] } = own.get(student) ?? {}
      const { at = Number.NEGATIVE_INFINITY } = messages.get(asked.at(-1) ?? '') ?? {}
      if (asked.length >= MOST_OWN_MESSAGES || now - at < BETWEEN_MESSAGES) return 'too-fast'
      const signed = command.signed && lesson.students.get(student)?.name !== undefined
      const state = deck.inbox === 'open' ? 'open' : 'waiting'
      return joinFirst(context, {
        type: 'asked',
        at: now,
        message: `m${messages.size + 1}`,
        student,
        text,
        signed,
        state,
      })
    },
  },

  upvote: {
    by: ['student'],
    decide({ message: id, on }, context) {
      const { lesson, deck, now, student } = context
      if (deck.inbox === undefined) return 'off'
      const message = messageById(lesson, id)
      if (message?.student === student) return 'invalid'
      if (!message || !isReadByAll(message)) return 'unknown-message'
      if (message.votes.has(student) === on) return []
      return joinFirst(context, { type: 'upvoted', at: now, message: id, student, on })
    },
  },

  moderate: {
    by: PRESENTER,
    decide({ message: id, state }, { lesson, deck, now }) {
      if (deck.inbox === undefined) return 'off'
      const message = messageById(lesson, id)
      if (!message) return 'unknown-message'
      return message.state === state ? [] : [{ type: 'moderated', at: now, message: id, state }]
    },
  },

  pulse: {
    by: ['student'],
    decide({ feeling }, context) {
      const { lesson, deck, now, student } = context
      if (!deck.pulse) return 'off'
      const { slide, f } = lesson.position
      const before = lesson.pulses.current.get(student)
      if (feeling === 'none' && !before) return []
      const here = before?.slide === slide && before.f === f && now - before.at < PULSE_LIFE
      if (here && before.feeling === feeling) return []
      return joinFirst(context, { type: 'pulsed', at: now, student, feeling, slide, f })
    },
  },
} satisfies Partial<Decisions>
