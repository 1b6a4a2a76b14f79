/** What an answer can earn, told before it is given. */
import { rounded } from '#rules/most-points'
import type { PollView, Scoring } from '#wire/poll-view'
import { numeral } from '../../i18n/plural.ts'
import { lang, words } from '../../i18n/words.ts'

type Rated = Pick<PollView, 'kind' | 'multiple' | 'survey' | 'points' | 'scoring'>

/** In plain words; undefined where there is nothing to say beyond one point for the right answer. */
export function scoringText(poll: Rated): string | undefined {
  const { student } = words.value
  if (poll.survey) return undefined
  const points = student.points(poll.points)
  const composed = poll.multiple || poll.kind === 'order'
  if (poll.scoring?.scheme === 'amc' && poll.kind === 'choice') return amc(poll, poll.scoring)
  if (!composed) return poll.points === 1 ? undefined : `${points}.`
  if (poll.scoring?.scheme !== 'partial') return student.allOrNothing(points)
  return poll.kind === 'order' ? student.partialPlaces(points) : student.partialPicks(points)
}

function amc({ multiple, points }: Rated, { bareme }: Extract<Scoring, { scheme: 'amc' }>): string {
  const { student } = words.value
  const { b = 1, m = 0, v = 0, p } = bareme
  const signed = (share: number) => signedNumber(points * share)
  const [good, bad] = [signed(b), signed(m)]
  const parts = [
    multiple ? student.perBox(good, bad) : student.perAnswer(good, bad),
    ...(p === undefined || !multiple ? [] : [student.neverBelow(signed(p))]),
  ]
  return `${parts.join(', ')}.${v === 0 ? '' : ` ${student.noneGiven(signed(v))}`}`
}

const signedNumber = (value: number) =>
  numeral(lang.value, { signDisplay: 'exceptZero', maximumFractionDigits: 3 })(rounded(value))
