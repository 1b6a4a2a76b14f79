/** What each role sees of a question: an allow-list, as all views. Pure. */
import type { Question } from '../../deck/question-types.ts'
import type { PollView } from '../../wire/poll-view.ts'
import type { Role } from '../../wire/protocol.ts'
import { choicesOf } from '../kinds/choice.ts'
import { isSurvey, sameQuestion, solution } from '../kinds/kinds.ts'
import { rightTexts } from '../kinds/text.ts'
import { keptRounds, type Round } from '../lesson.ts'
import { comparison, moderationOf, rightAnswers, tally, valuesOf } from './tally.ts'

/** A question of the deck, with what became of it in the lesson. */
export interface AskedQuestion {
  /** As the deck has it. */
  question: Question
  h: number
  v: number
  /** None before it is first opened. */
  rounds: readonly Round[] | undefined
  /** Who still has extra time, for the presenter. */
  writing?: PollView['writing']
}

/** Whether students have been told what there is to say: of a survey, with its results. */
export const isTold = ({ definition, results, solution }: Round): boolean => (isSurvey(definition) ? results : solution)

export function questionView(role: Role, { question: inDeck, h, v, rounds = [], writing }: AskedQuestion): PollView {
  const round = rounds.at(-1)
  const kept = keptRounds(rounds)
  const definition = round && round.phase !== 'ready' ? round.definition : inDeck
  const view: PollView = {
    id: definition.id,
    h,
    v,
    kind: definition.kind,
    multiple: definition.kind === 'choice' && definition.multiple,
    prompt: definition.prompt,
    choices: choicesOf(definition).map(({ key, html, none }) => ({ key, html, ...(none && { none }) })),
    survey: isSurvey(definition),
    points: definition.points,
    round: (rounds.length || 1) + (round?.discarded ? 1 : 0),
    phase: round?.phase ?? 'ready',
  }
  const nth = kept.length + (round?.discarded ? 1 : 0)
  if (round && nth !== view.round) view.nth = nth
  if (definition.kind === 'scale') {
    const { min, max, labels } = definition
    view.scale = { min, max, labels }
  }
  if (definition.scoring) view.scoring = definition.scoring
  const isSolved = role === 'presenter' || (round !== undefined && isTold(round))
  const solved = isSolved ? solution(definition, round ? valuesOf(round.answers) : []) : undefined
  if (role === 'presenter' && solved) view.solution = solved
  if (round?.opensAt !== undefined && round.phase === 'ready') view.opensAt = round.opensAt
  if (!round || round.phase === 'ready') return view

  view.openedAt = round.openedAt
  if (round.closesAt !== undefined) view.closesAt = round.closesAt
  if (round.left !== undefined) view.left = round.left
  const all = role === 'presenter'
  // On the wall, counts that go on after the close would tell that somebody has extra time, and what they answer.
  const quiet = role === 'screen' && round.extra
  const watching = role === 'screen' && definition.live && !quiet
  if ((role !== 'student' && !quiet) || round.results) view.answered = round.answers.size
  const previous = kept.at(-2)?.round
  if (all || watching || round.results) {
    view.results = tally(round)
    const comparable = previous && sameQuestion(previous.definition, definition)
    if (comparable && (all || round.results)) view.before = comparison(previous, round)
  }
  if (!all && solved) view.solution = solved
  if (view.results && view.solution) {
    const given = rightTexts(definition, [view.results, ...(view.before ? [view.before.results] : [])])
    if (given) view.solution = { ...view.solution, given }
  }
  const moderation = all ? moderationOf(round) : undefined
  if (moderation) view.moderation = moderation
  const right = all && round.phase === 'closed' ? rightAnswers(round) : undefined
  if (right !== undefined) view.right = right
  if (all && writing) view.writing = writing
  if (role !== 'student') view.shown = { results: round.results, solution: round.solution }
  return view
}
