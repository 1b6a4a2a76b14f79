import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChoiceQuestion, Question } from '../../server/deck/deck.ts'
import { fold } from '../../server/lesson/evolve.ts'
import { isRight } from '../../server/lesson/kinds/kinds.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { answerPoints } from '../../server/lesson/vote/answer-points.ts'
import { csv, fileName } from '../../server/report/csv.ts'
import { report } from '../../server/report/report.ts'

const one = question('one', 'Which one?', [false, true, false])
const several = { ...question('several', 'Which ones?', [true, false, true]), multiple: true, points: 2 }
const survey = question('survey', 'How is it going?', [undefined, undefined])
/** Displayed in a different order than written. */
const shuffled = withKeys(question('shuffled', 'In any order?', [true, false]), ['B', 'A'])

describe('an answer', () => {
  test('is right when exactly the right choices are picked, in any order', () => {
    expect(isRight(several, [0, 2])).toBe(true)
    expect(isRight(several, [2, 0])).toBe(true)
    expect(isRight(several, [0])).toBe(false)
    expect(isRight(several, [0, 1, 2])).toBe(false)
    expect(isRight(several, [])).toBe(false)
  })

  test('has all the points of its question or none', () => {
    expect(answerPoints(several, [0, 2])).toBe(2)
    expect(answerPoints(several, [0])).toBe(0)
  })

  test('to a survey is neither right nor wrong', () => {
    expect(isRight(survey, [0])).toBeUndefined()
    expect(answerPoints(survey, [0])).toBeUndefined()
  })
})

describe('a report', () => {
  test('of a lesson without polls and students is empty', () => {
    expect(reportOf()).toEqual({
      lesson: { code: '482913', title: 'Docker', startedAt: 1 },
      timeline: [],
      polls: [],
      students: [],
    })
  })

  test('has both text and HTML where HTML says more', () => {
    const maths = '<span class="katex">x</span>'
    const drawn = {
      ...one,
      prompt: `What is ${maths}?`,
      choices: one.choices.map(choice => ({ ...choice, html: choice.key === 'B' ? maths : '1 &#x3C; 2' })),
    }
    const [asked, plain] = reportOf(opened(drawn, 5), opened(survey, 6)).polls
    expect(asked?.html).toEqual({ prompt: drawn.prompt, choices: ['1 &#x3C; 2', maths, '1 &#x3C; 2'] })
    expect(asked).toMatchObject({ prompt: 'Which one?', choices: ['choice 0', 'choice 1', 'choice 2'] })
    expect(plain).not.toHaveProperty('html')
  })

  test('lists polls by first opening and students by joining, with right answers and points', () => {
    const it = reportOf(
      joined('zoe', 2),
      joined('adam', 3),
      { at: 4, type: 'named', student: 'adam', name: 'Adam' },
      opened(several, 5),
      answered(several, 1, 'zoe', [0, 2], 6),
      { at: 7, type: 'closed', poll: 'several', round: 1 },
      opened(one, 8),
      answered(one, 1, 'adam', [0], 9),
      answered(one, 1, 'zoe', [1], 10),
      { at: 11, type: 'ended' },
    )
    expect(it.lesson.endedAt).toBe(11)
    expect(it.polls.map(poll => poll.id)).toEqual(['several', 'one'])
    expect(it.polls[0]).toEqual({
      id: 'several',
      kind: 'choice',
      prompt: 'Which ones?',
      choices: ['choice 0', 'choice 1', 'choice 2'],
      keys: ['A', 'B', 'C'],
      points: 2,
      difficulty: 1,
      rounds: [
        {
          round: 1,
          openedAt: 5,
          closedAt: 7,
          answered: 1,
          results: { counts: [1, 0, 1], total: 1 },
          solution: { correct: [0, 2] },
        },
      ],
    })
    expect(it.students).toEqual([
      {
        id: 'zoe',
        points: 3,
        mark: 20,
        answers: [
          { poll: 'several', round: 1, value: [0, 2], at: 6, right: true, points: 2 },
          { poll: 'one', round: 1, value: [1], at: 10, right: true, points: 1 },
        ],
      },
      {
        id: 'adam',
        name: 'Adam',
        points: 0,
        mark: 0,
        answers: [{ poll: 'one', round: 1, value: [0], at: 9, right: false, points: 0 }],
      },
    ])
  })

  test('has every round of a poll with the last answer in each', () => {
    const it = reportOf(
      joined('s1', 2),
      opened(one, 3),
      answered(one, 1, 's1', [2], 4),
      answered(one, 1, 's1', [0], 5),
      opened(one, 6, 2),
      answered(one, 2, 's1', [1], 7),
    )
    expect(it.polls[0]?.rounds.map(round => round.results.counts)).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ])
    expect(it.students[0]?.answers.map(answer => answer.right)).toEqual([false, true])
  })

  test('has no solution for a survey, and includes removed students', () => {
    const it = reportOf(joined('s1', 2), opened(survey, 3), answered(survey, 1, 's1', [1], 4), {
      at: 5,
      type: 'removed',
      student: 's1',
    })
    expect(it.polls[0]?.rounds[0]).not.toHaveProperty('solution')
    expect(it.students[0]?.answers).toEqual([{ poll: 'survey', round: 1, value: [1], at: 4 }])
  })
})

describe('rounds', () => {
  const reordered = withKeys(
    { ...one, choices: [one.choices[1], one.choices[0], one.choices[2]].flatMap(choice => choice ?? []) },
    ['A', 'B', 'C'],
  )
  const again = (definition: ChoiceQuestion, at: number): LessonEvent =>
    ({ ...opened(definition, at), round: 2 }) as LessonEvent

  test('each have their own question when the file was edited in between', () => {
    const it = reportOf(
      joined('s1', 2),
      opened(one, 3),
      answered(one, 1, 's1', [1], 4),
      { at: 5, type: 'closed', poll: 'one', round: 1 },
      again(reordered, 6),
      answered(one, 2, 's1', [0], 7),
    )
    const [poll] = it.polls
    expect(poll?.choices).toEqual(['choice 1', 'choice 0', 'choice 2'])
    expect(poll?.rounds.map(({ choices }) => choices)).toEqual([['choice 0', 'choice 1', 'choice 2'], undefined])
    expect(it.students[0]?.answers.map(({ right }) => right)).toEqual([true, true])
    const lines = csv(it, 'en', 'counts').split('\r\n')
    expect(lines.filter(line => /choice 1.*,1,1,1$/.test(line))).toHaveLength(2)
    expect(lines.filter(line => /choice 0.*,0,0,1$/.test(line))).toHaveLength(2)
  })

  test('have the meaning of a scale’s steps and the kind of question', () => {
    const wide: Question = {
      ...{ id: 'one', kind: 'scale', text: 'How clear?', prompt: 'How clear?', points: 1, live: false },
      ...{ min: 1, max: 3, labels: ['lost', 'fine', 'bored'] },
    }
    const turned: Question = { ...wide, labels: ['bored', 'fine', 'lost'] }
    const begun = (definition: Question, round: number): LessonEvent =>
      ({ at: 2 + round, type: 'opened', poll: 'one', round, definition }) as LessonEvent
    const rated: LessonEvent = { at: 4, type: 'answered', poll: 'one', round: 1, student: 's1', value: 1 }
    const lines = (...events: LessonEvent[]) =>
      csv(reportOf(joined('s1', 2), begun(wide, 1), rated, ...events), 'en', 'counts')
    expect(lines(begun(turned, 2))).toMatch(/,1,,1 \(lost\),,1,1\r\n/)
    expect(lines(begun(turned, 2))).toMatch(/,2,,1 \(bored\),,0,0\r\n/)
    expect(lines(again(one, 6))).toMatch(/,1,,1 \(lost\),,1,1\r\n/)
    const it = reportOf(joined('s1', 2), begun(wide, 1), rated, again(one, 6))
    expect(it.polls[0]).toMatchObject({ kind: 'choice', rounds: [{ kind: 'scale', scale: { max: 3 } }, { round: 2 }] })
    expect(it.polls[0]).not.toHaveProperty('scale')
  })

  test('are left out when discarded, and the next one counts', () => {
    const reset: LessonEvent = { at: 5, type: 'reset', poll: 'one', round: 1 }
    const discarded = [joined('s1', 2), opened(one, 3), answered(one, 1, 's1', [1], 4), reset]
    expect(reportOf(...discarded).polls).toEqual([])
    const it = reportOf(...discarded, again(one, 6), answered(one, 2, 's1', [0], 7))
    expect(it.polls[0]?.rounds.map(({ round, answered }) => [round, answered])).toEqual([[2, 1]])
    expect(it.students[0]).toMatchObject({ points: 0, answers: [{ round: 2, value: [0] }] })
  })

  test('do not count answers of a removed student until they are let back in', () => {
    const gone: LessonEvent = { at: 6, type: 'removed', student: 's1' }
    const back: LessonEvent = { at: 7, type: 'readmitted', student: 's1' }
    const before = [joined('s1', 2), joined('s2', 2), opened(one, 3), answered(one, 1, 's1', [1], 4)]
    const counts = (...events: LessonEvent[]) => reportOf(...before, ...events).polls[0]?.rounds[0]?.results
    expect(counts(gone)).toEqual({ total: 0, counts: [0, 0, 0] })
    expect(counts(gone, back)).toEqual({ total: 1, counts: [0, 1, 0] })
    expect(reportOf(...before, gone).students[0]).toMatchObject({ removed: true, points: 0, answers: [{ value: [1] }] })
  })
})

describe('the time line', () => {
  const moved = (at: number, h: number, v: number, f = -1, slide = `${h}.${v}`): LessonEvent => ({
    at,
    type: 'moved',
    h,
    v,
    f,
    slide,
  })

  test('has each change of slide, backward and forward, but no steps', () => {
    const walk = [moved(1, 0, 0), moved(2, 0, 0, 0), moved(3, 0, 1), moved(4, 1, 0), moved(5, 0, 1, 2), moved(6, 0, 1)]
    expect(reportOf(...walk).timeline).toEqual([
      { at: 1, h: 0, v: 0 },
      { at: 3, h: 0, v: 1 },
      { at: 4, h: 1, v: 0 },
      { at: 5, h: 0, v: 1 },
    ])
  })

  test('has the title that each slide had when it was shown', () => {
    const walk = [moved(1, 0, 0), { ...moved(2, 1, 1), number: 3 }, { ...moved(3, 2, 0), number: 4, label: '3' }]
    expect(reportOf(...walk).timeline).toEqual([
      { at: 1, h: 0, v: 0 },
      { at: 2, h: 1, v: 1, number: 3 },
      { at: 3, h: 2, v: 0, number: 4, label: '3' },
    ])
  })

  test('recognises a slide that an edit has moved', () => {
    const walk = [moved(1, 0, 0, -1, 'a'), moved(2, 1, 0, -1, 'b'), moved(3, 2, 0, 0, 'b'), moved(4, 3, 0, -1, 'c')]
    expect(reportOf(...walk).timeline.map(({ h }) => h)).toEqual([0, 1, 3])
  })

  test('is limited to ten thousand changes of slide', () => {
    const restless = Array.from({ length: 12_000 }, (_, at) => moved(at, at % 2, 0))
    const { timeline } = reportOf(...restless, moved(12_000, 5, 0), moved(12_001, 0, 0))
    expect(timeline).toHaveLength(10_001)
    expect(timeline.at(-1)).toEqual({ at: 12_000, h: 5, v: 0 })
  })
})

describe('the total of a student', () => {
  // Best answers: 1 point, 2 × 3 boxes with AMC's b=1, and 3 points with partial scoring: 10 in all.
  const amc: ChoiceQuestion = {
    ...question('amc', 'Which boxes?', [true, false, true]),
    multiple: true,
    points: 2,
    scoring: { scheme: 'amc', bareme: { m: -1, v: -0.5 } },
  }
  const part: ChoiceQuestion = {
    ...question('part', 'Which parts?', [true, true, true]),
    multiple: true,
    points: 3,
    scoring: { scheme: 'partial' },
  }
  const openings = [opened(one, 5), opened(amc, 6), opened(part, 7), opened(survey, 8)]
  const marksOf = (...events: LessonEvent[]) =>
    reportOf(joined('s1', 2), ...openings, ...events).students.map(({ points, mark }) => [points, mark])

  test('is the sum of the answers’ points, and the mark its share of the maximum, out of 20', () => {
    const best = [
      answered(one, 1, 's1', [1], 9),
      answered(amc, 1, 's1', [0, 2], 9),
      answered(part, 1, 's1', [0, 1, 2], 9),
    ]
    expect(marksOf(...best)).toEqual([[10, 20]])
    // 0, then 2 × (2 right boxes − 1 wrong one), then 3 × 2/3.
    const some = [answered(one, 1, 's1', [0], 9), answered(amc, 1, 's1', [0], 9), answered(part, 1, 's1', [0, 1], 9)]
    expect(marksOf(...some, answered(survey, 1, 's1', [0], 9))).toEqual([[4, 8]])
  })

  test('counts unanswered questions by their scheme, and the mark is never negative', () => {
    expect(marksOf()).toEqual([[-1, 0]])
    expect(marksOf(answered(amc, 1, 's1', [1], 9))).toEqual([[-6, 0]])
  })

  test('counts only the last round', () => {
    const again = opened(one, 12, 2)
    expect(marksOf(answered(one, 1, 's1', [1], 9), again)).toEqual([[-1, 0]])
    expect(marksOf(answered(part, 1, 's1', [0, 1, 2], 9), again, answered(one, 2, 's1', [1], 13))).toEqual([[3, 6]])
  })

  test('has no mark when no points can be won', () => {
    const [student] = reportOf(joined('s1', 2), opened(survey, 3), answered(survey, 1, 's1', [0], 4)).students
    expect(student).toMatchObject({ points: 0 })
    expect(student).not.toHaveProperty('mark')
  })
})

describe('a CSV file', () => {
  test('has a row per student, or a row per round and choice', () => {
    const results = reportOf(
      joined('s1', 2),
      joined('s2', 3),
      { at: 3, type: 'named', student: 's1', name: 'Zoé, l’aînée' },
      opened(several, 4),
      answered(several, 1, 's1', [2, 0], 5),
      opened(survey, 6),
      answered(survey, 1, 's2', [1], 7),
    )
    expect(csv(results)).toBe(
      [
        '\uFEFFid,name,Q1: Which ones?,Q1 right,Q1 points,Q2: How is it going?,total,out of 20',
        's1,"Zoé, l’aînée",A C,1,2,,2,20',
        's2,,,,,B,0,0',
        '',
      ].join('\r\n'),
    )
    expect(csv(results, 'en', 'counts')).toBe(
      [
        '\uFEFFquestion,round,letter,choice,right,count,answered',
        'Q1: Which ones?,1,A,choice 0,1,1,1',
        'Q1: Which ones?,1,B,choice 1,0,0,1',
        'Q1: Which ones?,1,C,choice 2,1,1,1',
        'Q2: How is it going?,1,A,choice 0,,0,1',
        'Q2: How is it going?,1,B,choice 1,,1,1',
        '',
      ].join('\r\n'),
    )
  })

  test('has columns for each round, and a total that counts the last answer to a question', () => {
    const [header, row] = read(
      csv(
        reportOf(
          joined('s1', 2),
          opened(one, 3),
          answered(one, 1, 's1', [1], 4),
          opened(one, 5, 2),
          answered(one, 2, 's1', [1], 6),
        ),
      ),
    )
    expect(header?.slice(2)).toEqual([
      'Q1 round 1: Which one?',
      'Q1 round 1 right',
      'Q1 round 1 points',
      'Q1 round 2: Which one?',
      'Q1 round 2 right',
      'Q1 round 2 points',
      'total',
      'out of 20',
    ])
    expect(row?.slice(2)).toEqual(['B', '1', '1', 'B', '1', '1', '1', '20'])
  })

  test('in French has semicolons between cells, decimal commas and French headers', () => {
    const half = { ...one, points: 2.5 }
    const text = csv(reportOf(joined('s1', 2), opened(half, 3), answered(half, 1, 's1', [1], 4)), 'fr-CA')
    const [headers, row] = text.split('\r\n')
    expect(headers).toBe('\uFEFFid;nom;Q1: Which one?;Q1 juste;Q1 points;total;sur 20')
    expect(row).toBe('s1;;B;1;2,5;2,5;20')
  })

  test.each([
    ['de', '2,5', ';'],
    ['es', '2,5', ';'],
    ['it', '2,5', ';'],
    ['pt-BR', '2,5', ';'],
    ['nl', '2,5', ';'],
    ['pl', '2,5', ';'],
    ['ru', '2,5', ';'],
    ['tr', '2,5', ';'],
    ['en-GB', '2.5', ','],
    ['de-CH', '2.5', ','],
    ['es-MX', '2.5', ','],
    ['ja', '2.5', ','],
    ['ar', '2.5', ','],
    ['', '2.5', ','],
    ['no language', '2.5', ','],
  ])('in %j writes %s and separates cells by %s', (lang, points, separator) => {
    const half = { ...one, points: 2.5 }
    const [, row] = csv(reportOf(joined('s1', 2), opened(half, 3), answered(half, 1, 's1', [1], 4)), lang).split('\r\n')
    expect(row).toBe(['s1', '', 'B', '1', points, points, '20'].join(separator))
  })

  test.each([
    '007',
    '1.10',
    '1,5',
    '1e5',
    '1/2',
    '3-4',
    '12:30',
    '50 %',
    '5 €',
    '(3)',
    '2026-11-27',
    '3 Mar',
    'SEPT2',
    '5. März',
    'TRUE',
    'wahr',
  ])('marks %j as text', name => {
    expect(read(csv(named(name), 'de').replaceAll(';', ','))[1]?.[1]).toContain(`'${name.split(',')[0]}`)
  })

  test.each(['Ada', '2 containers', 'python3', 'A C', 'x1', 'docker 2', 'May'])('leaves %j as it is', name => {
    expect(read(csv(named(name)))[1]?.[1]).toBe(name)
  })

  test('is named after the lesson’s title and day', () => {
    const results = reportOf(joined('s1', 2))
    const lesson = { ...results.lesson, title: 'Réseaux: TCP/IP?', startedAt: new Date(2026, 10, 7, 8).getTime() }
    expect(fileName({ ...results, lesson }, 'fr', 'students')).toBe('Réseaux TCP IP 2026-11-07.csv')
    expect(fileName({ ...results, lesson }, 'fr', 'counts')).toBe('Réseaux TCP IP 2026-11-07 effectifs.csv')
    expect(fileName({ ...results, lesson: { ...lesson, title: '../' } }, 'en', 'students')).toBe('Amphi 2026-11-07.csv')
  })

  test('names choices by the letters that were on the screen', () => {
    const results = reportOf(joined('s1', 2), opened(shuffled, 3), answered(shuffled, 1, 's1', [0], 4))
    expect(read(csv(results))[1]?.[2]).toBe('B')
    expect(
      read(csv(results, 'en', 'counts'))
        .slice(1)
        .map(row => row.slice(2, 6)),
    ).toEqual([
      ['A', 'choice 1', '0', '0'],
      ['B', 'choice 0', '1', '1'],
    ])
  })

  test.each([
    "=cmd|'/c calc'!A1",
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    ';=1',
    '"=1',
    'x;=1',
    'x\n=1',
  ])('makes no formula of the name %j', name => {
    const text = csv(named(name))
    for (const piece of text.split(/[,;"\r\n\t]/)) expect(piece).not.toMatch(/^[=+\-@＝＋－＠]/)
  })

  test('reads back any text unchanged, apart from neutralised formulas', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', '-', "'", 'é', ' '), { minLength: 1 })
        .map(all => all.join('')),
    )
    fc.assert(
      fc.property(text, text, (name, prompt) => {
        const asked = { ...one, text: prompt }
        const rows = read(csv(reportOf(joined('s1', 2), nameOf('s1', name), opened(asked, 3))))
        expect(plain(rows[0]?.[2])).toBe(plain(`Q1: ${prompt}`))
        expect(plain(rows[1]?.[1])).toBe(plain(name))
        expect(rows).toHaveLength(2)
      }),
    )
  })
})

/** Strips the apostrophes that neutralise formulas; good enough for comparison. */
const plain = (text = '') => text.replaceAll("'", '')

/** Parses RFC 4180, to see the file as a spreadsheet does. */
function read(text: string): string[][] {
  const rows: string[][] = [[]]
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/gy
  field.lastIndex = text.startsWith('\uFEFF') ? 1 : 0
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const match = field.exec(text)
    if (!match) throw new Error(`no field at ${at}: ${JSON.stringify(text.slice(at))}`)
    rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n' && field.lastIndex < text.length) rows.push([])
  }
  return rows
}

function question(id: string, text: string, right: (boolean | undefined)[]): ChoiceQuestion {
  return {
    id,
    kind: 'choice',
    multiple: false,
    prompt: text,
    text,
    choices: right.map((it, index) => ({
      key: 'ABC'[index] ?? '',
      html: '',
      text: `choice ${index}`,
      ...(it !== undefined && { right: it }),
    })),
    points: 1,
    live: false,
  }
}

function withKeys(asked: ChoiceQuestion, keys: string[]): ChoiceQuestion {
  return { ...asked, choices: asked.choices.map((choice, index) => ({ ...choice, key: keys[index] ?? '' })) }
}

const started: LessonEvent = { at: 1, type: 'started', code: '482913', title: 'Docker', deck: 'docker.md' }
const joined = (student: string, at: number): LessonEvent => ({ at, type: 'joined', student })
const nameOf = (student: string, name: string): LessonEvent => ({ at: 2, type: 'named', student, name })
const opened = (definition: ChoiceQuestion, at: number, round = 1): LessonEvent => ({
  at,
  type: 'opened',
  poll: definition.id,
  round,
  definition,
})
const answered = (to: ChoiceQuestion, round: number, student: string, value: number[], at: number): LessonEvent => ({
  at,
  type: 'answered',
  poll: to.id,
  round,
  student,
  value,
})
const reportOf = (...events: LessonEvent[]) => report(fold([started, ...events]))
const named = (name: string) => reportOf(joined('s1', 2), nameOf('s1', name))
