/** What holds at every moment of a random lesson: every answer counts once, and nothing is told early. */
import { expect } from 'vitest'
import { keptRounds, type Lesson } from '../../../server/lesson/lesson.ts'
import { you } from '../../../server/lesson/views/own-slice.ts'
import { deckView } from '../../../server/lesson/views/visible-deck.ts'
import { tally } from '../../../server/lesson/vote/tally.ts'
import { report } from '../../../server/report/report.ts'
import { pollView, slices } from '../../support/views.ts'
import { added, type Model, type Texts } from './model.ts'
import { deck, places, questions, STUDENTS, SURVEYS } from './steps.ts'

export function countsEveryAnswerOnce(lesson: Lesson, model: Model, texts: Texts) {
  const { polls, students } = report(lesson)
  for (const question of questions) {
    const expected = (model.get(question.id) ?? []).filter(({ discarded }) => !discarded)
    const rounds = keptRounds(lesson.polls.get(question.id) ?? []).map(({ round }) => round)
    const counts = (student: string) => lesson.students.get(student)?.removed === false
    const sums = expected.map(({ answers }) =>
      added(
        question,
        [...answers].flatMap(([student, value]) => (counts(student) ? [value] : [])),
        texts.get(question.id) ?? { hidden: new Set(), as: new Map() },
      ),
    )
    expect(rounds.map(tally)).toEqual(sums)
    expect(polls.find(({ id }) => id === question.id)?.rounds.map(({ results }) => results) ?? []).toEqual(sums)
    if (question.kind !== 'choice' || question.multiple) continue
    for (const round of rounds)
      expect(tally(round).counts.reduce((sum, count) => sum + count, 0)).toBe(round.answers.size)
  }
  const given = students.flatMap(({ id, answers }) =>
    answers.map(({ poll, round, value }) => JSON.stringify([poll, round, id, value])),
  )
  const acknowledged = [...model].flatMap(([poll, rounds]) =>
    rounds.flatMap(({ answers, discarded }, index) =>
      discarded ? [] : [...answers].map(([id, value]) => JSON.stringify([poll, index + 1, id, value])),
    ),
  )
  expect(given.toSorted()).toEqual(acknowledged.toSorted())
}

/** From the class, not from the presenter; names too. */
export function hidesWhatIsHidden(lesson: Lesson, texts: Texts) {
  for (const place of places) {
    const there = { ...lesson, position: { ...place, at: 0 } }
    const { hidden = new Set(), as = new Map() } = texts.get(place.slide) ?? {}
    for (const role of ['student', 'screen'] as const) {
      const view = pollView(role, there, deck)
      const shown = [view?.results, view?.before?.results].flatMap(results => results?.texts ?? [])
      for (const { text } of shown) expect(hidden.has(text) || as.has(text)).toBe(false)
      expect(view?.moderation).toBeUndefined()
    }
    const known = pollView('presenter', there, deck)?.moderation
    if (known) expect(known.merged.map(({ text }) => text).toSorted()).toEqual([...as.keys()].toSorted())
  }
  const screen = slices('screen', lesson, deck, { connected: 0, join: '', saving: true, mistakes: [] })
  for (const { name, hidden } of screen.ranking ?? []) expect(name === '').toBe(hidden === true)
}

export function tellsNothingEarly(lesson: Lesson, seen: Set<string>) {
  const passing = { connected: 0, join: '', saving: true, mistakes: [] }
  const views = slices('student', lesson, deck, passing)
  const html = JSON.stringify(deckView('student', lesson, deck))
  for (const { slide, f } of places) expect(html.includes(`text ${slide}/${f}`)).toBe(seen.has(`${slide}/${f}`))
  expect(html + JSON.stringify(views)).not.toMatch(/notes of|feedback|Ada|Bob|ANNA|BEN/i)
  expect(html).not.toMatch(/explanation|accepted/)
  expect(views.ranking).toBeUndefined()
  expect(slices('screen', lesson, deck, passing).ranking !== null).toBe(lesson.ranking)

  for (const { id } of questions) tellsNoQuestionEarly(lesson, id)
  const told = questions.filter(({ id }) => isTold(lesson, id, lesson.polls.get(id)?.length ?? 0))
  expect(views.solved?.map(({ id }) => id)).toEqual(told.map(({ id }) => id))
  for (const student of STUDENTS) {
    const own = you(lesson, student, '', deck)
    const racing = questions.some(({ id }) => {
      const round = lesson.polls.get(id)?.findLast(({ solution }) => solution)
      return round?.answers.has(student)
    })
    const ranked = lesson.ranking && racing && lesson.students.get(student)?.removed === false
    expect(own.rank !== undefined).toBe(ranked)
    for (const [poll, answer] of Object.entries(own.answers)) {
      const told = isTold(lesson, poll, answer.round)
      const survey = SURVEYS.includes(poll)
      expect(answer.right !== undefined).toBe(told && !survey)
      expect(answer.points !== undefined).toBe(told && !survey)
      expect(answer.feedback !== undefined).toBe(told)
    }
  }
}

function tellsNoQuestionEarly(lesson: Lesson, id: string) {
  const place = places.find(({ slide }) => slide === id)
  if (!place) throw new Error(`no slide asks ${id}`)
  const there = { ...lesson, position: { ...place, at: 0 } }
  const [student, screen] = [pollView('student', there, deck), pollView('screen', there, deck)]
  const round = lesson.polls.get(id)?.at(-1)
  const kept = keptRounds(lesson.polls.get(id) ?? []).length
  const results = round?.results ?? false
  const told = isTold(lesson, id, lesson.polls.get(id)?.length ?? 0)
  expect(student?.results !== undefined).toBe(results)
  expect(student?.answered !== undefined).toBe(results)
  for (const view of [student, screen]) expect(view?.before !== undefined).toBe(results && kept > 1)
  for (const view of [student, screen]) {
    expect(view?.solution !== undefined).toBe(told)
    if (!told) expect(JSON.stringify(view)).not.toMatch(/explanation|"right"|"place"|"entries"/)
  }
  const watched = questions.find(question => question.id === id)?.live && (round?.phase ?? 'ready') !== 'ready'
  expect(screen?.results !== undefined).toBe(results || watched)
}

/** Students have been told what there is to say about a round: of a survey, with its results. */
function isTold(lesson: Lesson, poll: string, number: number): boolean {
  const round = lesson.polls.get(poll)?.[number - 1]
  return (SURVEYS.includes(poll) ? round?.results : round?.solution) ?? false
}
