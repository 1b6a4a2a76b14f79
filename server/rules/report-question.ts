/** What a report says of a question, and of answers to it. Pure. */
import type { Report } from '../wire/report-view.ts'

type Poll = Report['polls'][number]

/** As it was asked in a round: the deck's file may have been edited between two. */
export function asAsked(poll: Poll, { kind, prompt, choices, keys, html, scale }: Poll['rounds'][number]): Poll {
  if (kind === undefined || prompt === undefined) return poll
  const { choices: _, keys: __, html: ___, scale: ____, ...rest } = poll
  return {
    ...rest,
    kind,
    prompt,
    ...(choices && { choices }),
    ...(keys && { keys }),
    ...(html && { html }),
    ...(scale && { scale }),
  }
}

/** The letter that a choice was shown under; its number in older reports. */
export const letterOf = ({ keys }: Poll, choice: number): string => keys?.[choice] ?? String(choice + 1)

/** The letters of an answer, such as "A C", in order where order matters. */
export function lettersOf(poll: Poll, answer: readonly number[]): string {
  const letters = answer.map(choice => letterOf(poll, choice))
  return (poll.kind === 'order' ? letters : letters.sort()).join(' ')
}
