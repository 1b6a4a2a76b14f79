/** The report as a CSV file: its cells, its language, and nothing that a spreadsheet takes for a formula. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csv, fileName } from '../../server/report/csv.ts'
import { answered, joined, nameOf, one, opened, reportOf, several, shuffled, survey } from './sample-lessons.ts'

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

const named = (name: string) => reportOf(joined('s1', 2), nameOf('s1', name))
