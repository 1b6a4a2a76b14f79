/** What holds at every moment of a random morning: counts are right for desk and wall, and each phone has its own and no more. */
import { expect } from 'vitest'
import type { Deck } from '../../../server/deck/deck.ts'
import type { Lesson } from '../../../server/lesson/lesson.ts'
import { you } from '../../../server/lesson/views/own-slice.ts'
import { deckView, shownAssets } from '../../../server/lesson/views/visible-deck.ts'
import { pulseGauge } from '../../../server/realtime/pulse-gauge.ts'
import { report } from '../../../server/report/report.ts'
import { canariesIn } from '../../support/canary.ts'
import { slices } from '../../support/views.ts'
import type { Morning } from './morning-model.ts'
import { DECKS, STUDENTS, wordOf } from './morning-steps.ts'

/** What all phones are told. */
const PHONES = ['lesson', 'position', 'poll', 'solved', 'segment', 'quiz', 'polls', 'timer', 'inbox']

interface Moment {
  lesson: Lesson
  deck: Deck
  now: number
}

export function countsRight({ lesson, deck, now }: Moment, model: Morning) {
  const { rounds, quiz, finished, messages, pulses, removed, queue } = model
  const present = STUDENTS.filter(student => !removed.has(student))
  const desk = slices('presenter', lesson, deck)
  const wall = slices('screen', lesson, deck)

  const acknowledged = [...rounds].flatMap(([poll, all]) =>
    all.flatMap(({ answers, discarded }, index) =>
      discarded ? [] : [...answers].map(([student, value]) => JSON.stringify([poll, index + 1, student, value])),
    ),
  )
  const reported = report(lesson).students.flatMap(({ id, answers }) =>
    answers.map(({ poll, round, value }) => JSON.stringify([poll, round, id, value])),
  )
  expect(reported.toSorted()).toEqual(acknowledged.toSorted())

  if (desk.quiz?.segment === 'quiz' && quiz.size > 0) {
    const given = [...quiz].map(([poll, round]) => {
      const asked = rounds.get(poll)?.[round - 1]
      return asked?.discarded ? 0 : present.filter(student => asked?.answers.has(student)).length
    })
    expect(desk.quiz.questions).toEqual([...quiz.keys()])
    expect(desk.quiz.answered).toEqual(given)
    expect(desk.quiz.finished).toBe(present.filter(student => finished.has(student)).length)
  }
  const waiting = queue.filter(student => !removed.has(student))
  if (desk.workshop) {
    const count = (task: string, state: string) =>
      present.filter(student => model.marks.get(`${student} ${task}`) === state).length
    const { tasks = [] } = DECKS[model.deck] ?? {}
    expect(desk.workshop.tasks.map(({ id, done, stuck }) => [id, done, stuck])).toEqual(
      tasks.map(({ id }) => [id, count(id, 'done'), count(id, 'stuck')]),
    )
    expect(wall.workshop?.tasks.map(({ id, done }) => [id, done])).toEqual(
      tasks.map(({ id }) => [id, count(id, 'done')]),
    )
    expect(desk.workshop.help?.map(({ student }) => student)).toEqual(waiting)
    expect(wall.workshop?.waiting).toBe(waiting.length)
  }
  const listed = messages.filter(({ student }) => !removed.has(student))
  expect(desk.inbox?.messages?.map(({ id, text, name, votes, state }) => [id, text, name, votes, state])).toEqual(
    listed.map(({ id, text, name, votes, state }) => [
      id,
      text,
      name,
      present.filter(student => votes.has(student)).length,
      state,
    ]),
  )
  const feels = (feeling: string) =>
    present.filter(student => {
      const pulse = pulses.get(student)
      return pulse?.feeling === feeling && now - pulse.at < 180_000
    }).length
  expect(pulseGauge(lesson, now)).toEqual({ lost: feels('lost'), fast: feels('fast'), clear: feels('clear') })
}

/** A phone has all of its own. */
export function tellsOwn({ lesson, deck }: Moment, model: Morning) {
  const waiting = model.queue.filter(student => !model.removed.has(student))
  const { tasks = [] } = DECKS[model.deck] ?? {}
  for (const student of STUDENTS.filter(id => !model.removed.has(id))) {
    const own = you(lesson, student, '', deck)
    for (const { id, hints } of tasks) {
      expect(own.tasks?.[id]).toBe(model.marks.get(`${student} ${id}`))
      const known = (own.hints?.[id] ?? []).flatMap(html => [...canariesIn(html)])
      expect(known).toEqual(hints.slice(0, model.known.get(`${student} ${id}`) ?? 0))
    }
    expect(own.help?.place).toBe(waiting.includes(student) ? waiting.indexOf(student) + 1 : undefined)
    const written = model.messages.filter(message => message.student === student)
    expect(own.messages ?? []).toEqual(written.map(({ id }) => id))
    expect(own.unread?.map(({ id }) => id) ?? []).toEqual(
      written.filter(({ state }) => state === 'waiting' || state === 'hidden').map(({ id }) => id),
    )
    expect(new Set(own.upvoted)).toEqual(
      new Set(model.messages.filter(({ votes }) => votes.has(student)).map(({ id }) => id)),
    )
    expect(own.finished ?? []).toEqual(model.finished.has(student) ? ['quiz'] : [])
    expect(own.factor).toBe(model.factors.get(student))
    expect(own.pulse).toBe(model.pulses.get(student)?.feeling)
  }
}

/** And nothing of others, nor of what is not told yet. */
export function tellsNoMore({ lesson, deck }: Moment, model: Morning) {
  const views = slices('student', lesson, deck)
  expect(Object.keys(views)).toEqual(PHONES)
  // That it were still there once the class has gone on would tell that somebody writes on.
  if (views.quiz && views.quiz.phase !== 'open') expect(views.segment?.id).toBe(views.quiz.segment)
  const shared = JSON.stringify(views) + JSON.stringify(deckView('student', lesson, deck))
  expect(shared).not.toMatch(/STUDENT-|"factor"|"seat"|"writing"|"pushed"|"stuck"/)
  for (const student of STUDENTS.filter(id => !model.removed.has(id))) {
    const all = shared + JSON.stringify(you(lesson, student, '', deck))
    const may = model.may.get(student)
    expect([...canariesIn(all)].filter(word => !may?.has(word))).toEqual([])
    expect(STUDENTS.filter(other => other !== student && all.includes(other))).toEqual([])
  }
  const wall = JSON.stringify(slices('screen', lesson, deck)) + JSON.stringify(deckView('screen', lesson, deck))
  expect(wall).not.toMatch(/STUDENT-|canary-(hint|seat|said|notes)|"factor"|"writing"|"stuck"/)
  const shown = model.messages.find(({ state, student }) => state === 'shown' && !model.removed.has(student))
  const named = STUDENTS.filter(student => wall.includes(`canary-name-${wordOf(student)}`))
  expect(named).toEqual(shown?.name ? [shown.student] : [])
  const given = model.given.get('build') ?? { stuck: 0, all: 0 }
  expect(shownAssets(lesson, deck).has('hint.svg')).toBe(Math.max(given.stuck, given.all) > 0)
}
