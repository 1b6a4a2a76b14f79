import { describe, expect, test } from 'vitest'
import type { Question } from '../../server/deck/question-types.ts'
import { decide } from '../../server/lesson/decide.ts'
import type { AnyCommand } from '../../server/lesson/decision-types.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { Lesson, LessonEvent } from '../../server/lesson/lesson.ts'
import { csv } from '../../server/report/csv.ts'
import { report } from '../../server/report/report.ts'
import type { Role } from '../../server/wire/protocol.ts'
import { deckOf, questionOf, slideOf } from '../support/deck.ts'
import { pollView, slices } from '../support/views.ts'

const { choices: _, multiple: __, kind: ___, explanation: ____, ...asked } = questionOf('one', [])
const words: Question = { ...asked, kind: 'words' }
const text: Question = { ...asked, kind: 'text', entries: [{ text: 'Paris', right: true }] }
const deckWith = (question: Question) => ({ ...deckOf([slideOf('q1', ['q'], { question })]), ranking: 3 })

/** A class of which each student, called by a letter, has given one of the texts. */
function voted(question: Question, texts: string[], round = 1): LessonEvent[] {
  const said = texts.flatMap((value, index): LessonEvent[] => {
    const student = 'abcdefgh'.charAt(index)
    return [
      { type: 'joined', at: 2, student },
      { type: 'answered', at: 12, poll: 'one', round, student, value },
    ]
  })
  return [{ type: 'opened', at: 10, poll: 'one', round, definition: question }, ...said]
}
const start: LessonEvent[] = [
  { type: 'started', at: 0, code: '123456', title: 'Test', deck: '/deck.md' },
  { type: 'moved', at: 0, h: 0, v: 0, f: -1, slide: 'q1' },
]
const shown: LessonEvent[] = [
  { type: 'closed', at: 20, poll: 'one', round: 1 },
  { type: 'resultsShown', at: 21, poll: 'one', shown: true },
]

const given = (question: Question, texts: string[], ...more: LessonEvent[]) =>
  fold([...start, ...voted(question, texts), ...more])

/** After the presenter's commands, each of which is taken. */
function commanded(lesson: Lesson, question: Question, ...commands: AnyCommand[]): Lesson {
  return commands.reduce((lesson, command) => {
    const decision = decide(command, { role: 'presenter' }, lesson, { deck: deckWith(question), now: 30 })
    if (typeof decision === 'string') throw new Error(`${command.type}: ${decision}`)
    return fold(decision, lesson)
  }, lesson)
}
const refusal = (lesson: Lesson, question: Question, command: AnyCommand) =>
  decide(command, { role: 'presenter' }, lesson, { deck: deckWith(question), now: 30 })
const hide = (text: string, hidden = true): AnyCommand => ({ type: 'hideText', poll: 'one', text, hidden })
const merge = (text: string, into?: string): AnyCommand => ({
  type: 'mergeText',
  poll: 'one',
  text,
  ...(into !== undefined && { into }),
})
const view = (role: Role, lesson: Lesson, question: Question = words) => pollView(role, lesson, deckWith(question))
const listed = (lesson: Lesson, role: Role = 'screen') =>
  view(role, lesson)?.results?.texts?.map(({ text, count }) => `${text} ${count}`)

describe('a hidden text', () => {
  const rude = commanded(given(words, ['red', 'Rude!', 'rude', 'blue', 'blue'], ...shown), words, hide('rude'))

  test('is seen by the presenter alone, in whatever spelling it was given', () => {
    for (const role of ['student', 'screen', 'presenter'] as const) {
      expect(view(role, rude)?.results).toEqual({
        counts: [],
        total: 5,
        texts: [
          { text: 'blue', count: 2 },
          { text: 'red', count: 1 },
        ],
        hidden: 2,
      })
    }
    expect(view('presenter', rude)?.moderation).toEqual({ hidden: [{ text: 'rude', count: 2 }], merged: [] })
    for (const role of ['student', 'screen'] as const) expect(JSON.stringify(view(role, rude))).not.toMatch(/rude/i)
  })
  test('stays hidden in what comes later: more answers, another round, a discarded one', () => {
    const later = fold(
      [
        { type: 'answered', at: 31, poll: 'one', round: 1, student: 'f', value: 'RUDE' },
        { type: 'reset', at: 32, poll: 'one', round: 1 },
        ...voted(words, ['rude', 'green'], 2),
        { type: 'resultsShown', at: 40, poll: 'one', shown: true },
      ],
      rude,
    )
    expect(listed(later)).toEqual(['green 1'])
  })
  test('can be shown again, by any of its spellings', () => {
    expect(listed(commanded(rude, words, hide('RUDE', false)))).toEqual(['Rude! 2', 'blue 2', 'red 1'])
  })
  test('can be hidden before anything is shown, and while it is open', () => {
    const open = commanded(given(words, ['rude', 'red']), words, hide('rude'))
    expect(listed(fold(shown, open))).toEqual(['red 1'])
  })
  test('is what the report tells the presenter, with how many gave it', () => {
    expect(report(rude).polls[0]?.rounds[0]).toMatchObject({
      answered: 5,
      results: { hidden: 2 },
      moderation: { hidden: [{ text: 'rude', count: 2 }] },
    })
    expect(csv(report(rude), 'en', 'counts')).toContain(
      'choice,right,count,answered,hidden\r\nQ1: prompt of one,1,,blue,,2,5,0\r\nQ1: prompt of one,1,,red,,1,5,0\r\nQ1: prompt of one,1,,rude,,2,5,1\r\n',
    )
    expect(csv(report(given(words, ['red'])), 'en', 'counts')).not.toContain('hidden')
    expect(report(given(words, ['red'])).polls[0]?.rounds[0]).not.toHaveProperty('moderation')
  })
  test('that is the name of an object’s own property is like any other', () => {
    const odd = commanded(given(words, ['__proto__', 'constructor', 'red'], ...shown), words, hide('__proto__'))
    expect(listed(odd)).toEqual(['constructor 1', 'red 1'])
    expect(listed(commanded(odd, words, merge('constructor', 'red')))).toEqual(['red 2'])
  })
})

describe('texts counted as one', () => {
  const near = given(words, ['utile', 'utiles', 'utiles, utile', 'clair', 'pratique'], ...shown)

  test('are called by the one that they were counted with, and a student who gave both counts once', () => {
    expect(listed(near)).toEqual(['utile 2', 'utiles 2', 'clair 1', 'pratique 1'])
    const merged = commanded(near, words, merge('utiles', 'utile'))
    expect(listed(merged)).toEqual(['utile 3', 'clair 1', 'pratique 1'])
    expect(view('presenter', merged)?.moderation).toEqual({
      hidden: [],
      merged: [{ text: 'utiles', into: 'utile', count: 2 }],
    })
  })
  test('stay together when their text is counted with a third, and come apart one by one', () => {
    const three = commanded(near, words, merge('utiles', 'utile'), merge('utile', 'pratique'))
    expect(listed(three)).toEqual(['pratique 4', 'clair 1'])
    expect(listed(commanded(three, words, merge('utiles')))).toEqual(['pratique 3', 'utiles 2', 'clair 1'])
  })
  test('are not counted in a circle', () => {
    const circle = commanded(near, words, merge('utiles', 'utile'), merge('utile', 'utiles'), merge('utile', 'utile'))
    expect(listed(circle)).toEqual(['utile 3', 'clair 1', 'pratique 1'])
  })
  test('are hidden together', () => {
    const hidden = commanded(near, words, merge('utiles', 'utile'), hide('utile'))
    expect(listed(hidden)).toEqual(['clair 1', 'pratique 1'])
    expect(view('screen', hidden)?.results?.hidden).toBe(3)
  })
  test('are never one right and one wrong: the marks would contradict them', () => {
    const town = given(text, ['Paris', 'Pariss', 'Lyon'])
    expect(refusal(town, text, merge('Pariss', 'paris'))).toBe('invalid')
    const wrong = commanded(town, text, merge('Pariss', 'Lyon'))
    expect(view('presenter', wrong, text)?.results?.texts).toEqual([
      { text: 'Lyon', count: 2 },
      { text: 'Paris', count: 1 },
    ])
  })
})

test('only texts are moderated, of a question that was opened', () => {
  const choice = questionOf('one', [true, false])
  const voting = fold([...start, { type: 'opened', at: 10, poll: 'one', round: 1, definition: choice }])
  expect(refusal(voting, choice, hide('choice A'))).toBe('invalid')
  expect(refusal(fold(start), words, hide('red'))).toBe('not-open')
  expect(refusal(fold(start), words, { ...hide('red'), poll: 'two' } as AnyCommand)).toBe('unknown-poll')
  expect(refusal(given(words, ['red']), words, hide(' '))).toBe('invalid')
  expect(refusal(given(words, ['red']), words, merge('red', ' '))).toBe('invalid')
})

describe('a hidden name', () => {
  const solved: LessonEvent[] = [
    { type: 'named', at: 3, student: 'a', name: 'Rude' },
    { type: 'named', at: 3, student: 'b', name: 'Ben' },
    { type: 'solutionShown', at: 22, poll: 'one', shown: true },
    { type: 'rankingShown', at: 23, shown: true },
  ]
  const ranked = given(text, ['Paris', 'Paris'], ...shown, ...solved)
  const passing = { connected: 0, join: '', saving: true, mistakes: [] }
  const slicesOf = (role: Role, lesson: Lesson) => slices(role, lesson, deckWith(text), passing)
  const hidden = commanded(ranked, text, { type: 'hideName', student: 'a', hidden: true })

  test('leaves its place in the ranking, and is known to the presenter', () => {
    const [rude, ben] = [
      { name: 'Rude', points: 1 },
      { name: 'Ben', points: 1 },
    ]
    expect(slicesOf('screen', ranked).ranking).toEqual([rude, ben])
    expect(slicesOf('screen', hidden).ranking).toEqual([{ name: '', points: 1, hidden: true }, ben])
    expect(slicesOf('presenter', hidden).standings).toEqual([
      { ...rude, student: 'a', hidden: true },
      { ...ben, student: 'b' },
    ])
    for (const role of ['screen', 'student'] as const) {
      expect(slicesOf(role, hidden)).not.toHaveProperty('standings')
      expect(JSON.stringify(slicesOf(role, hidden))).not.toContain('Rude')
    }
  })
  test('stays hidden when the student takes another one, until the presenter shows it', () => {
    const renamed = fold([{ type: 'named', at: 40, student: 'a', name: 'Ruder' }], hidden)
    expect(slicesOf('screen', renamed).ranking?.[0]).toEqual({ name: '', points: 1, hidden: true })
    const back = commanded(renamed, text, { type: 'hideName', student: 'a', hidden: false })
    expect(slicesOf('screen', back).ranking?.[0]).toEqual({ name: 'Ruder', points: 1 })
  })
  test('can be hidden before the ranking is shown, where there is such a student', () => {
    const before = commanded(ranked, text, { type: 'ranking', shown: false })
    expect(slicesOf('presenter', before)).toMatchObject({
      ranking: null,
      standings: [{ name: 'Rude' }, { name: 'Ben' }],
    })
    expect(refusal(ranked, text, { type: 'hideName', student: 'nobody', hidden: true })).toBe('invalid')
  })
})
