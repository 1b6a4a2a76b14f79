/** What the answers in kinds.test.ts come to, reckoned by hand. */
import { choices, type Lines, same } from './figures.ts'

const WHO_MOVED = [
  'Round 1 Round 2',
  ...['A 1', 'B 1', 'C 1', 'A 1', 'B 2'],
  '2 of 3 changed their answer',
  ...['1 from A to B', '1 stayed with B', '1 from C to A'],
]
export const first = choices(
  [
    { choice: 'A red', figures: '1 1 answer 33%' },
    { choice: 'B green', figures: '1 1 answer 33%', right: true },
    { choice: 'C blue', figures: '1 1 answer 33%' },
  ],
  ['A', 'B', 'C'],
)
/** While voting is open the desk shows the second round alone. */
export const secondAlone = choices(
  [
    { choice: 'A red', figures: '1 1 answer 33%' },
    { choice: 'B green', figures: '2 2 answers 67%', right: true },
    { choice: 'C blue', figures: '0 0 answers 0%' },
  ],
  ['B', 'B', 'A'],
)
export const second = choices(
  [
    { choice: 'A red', figures: 'Round 1 1 1 answer 33% Round 2 1 1 answer 33%' },
    { choice: 'B green', figures: 'Round 1 1 1 answer 33% Round 2 2 2 answers 67%', right: true },
    { choice: 'C blue', figures: 'Round 1 1 1 answer 33% Round 2 0 0 answers 0%' },
  ],
  ['B', 'B', 'A'],
  WHO_MOVED,
)
export const several = choices(
  [
    { choice: 'A iron', figures: '3 3 answers 100%', right: true },
    { choice: 'B gold', figures: '2 2 answers 67%', right: true },
    { choice: 'C zinc', figures: '1 1 answer 33%', right: true },
    { choice: 'D glass', figures: '1 1 answer 33%' },
    { choice: 'E None of these', figures: '0 0 answers 0%' },
  ],
  ['ABC', 'AD', 'AB'],
)
export const survey = choices(
  [
    { choice: 'A yes', figures: '2 2 answers 67%' },
    { choice: 'B no', figures: '1 1 answer 33%' },
  ],
  ['A', 'A', 'B'],
)
const BEYOND = [...['3.16', '3.17', '3.18', '3.19'].map(value => `${value}: 0 answers, 0%`), '3.2: 1 answer, 33% 33% 1']
const MIDDLE = '▲ Median 3.15, mean 3.16'
export const number = same(
  ['3.13: 1 answer, 33% 33% 1', '3.14: 0 answers, 0%', '3.15: 1 answer, 33% 33% 1', ...BEYOND, MIDDLE],
  [
    '✓ Right: 3.13: 1 answer, 33% ✓ 33% 1',
    '✓ Right: 3.14: 0 answers, 0%',
    '✓ Right: 3.15: 1 answer, 33% ✓ 33% 1',
    ...BEYOND,
    MIDDLE,
    '✓ Right: 3.14 ± 0.01 · 2 of 3 right (67%)',
  ],
)
export const text = same(
  ['paris 2 2 answers 67%', 'Lyon 1 1 answer 33%'],
  ['paris ✓ Right 2 2 answers 67%', 'Lyon 1 1 answer 33%', '✓ Right: Paris · 2 of 3 right (67%)'],
)
const WORDS = ['ship 2 2 answers 67%', 'whale 2 2 answers 67%', 'sea 1 1 answer 33%']
const CLOUD = ['ship: 2 answers', 'whale: 2 answers', 'sea: 1 answer']
export const words: Lines = reader => (reader === 'desk' ? WORDS : CLOUD)
const STEPS = ['0 answers, 0%', '1 answer, 33% 33% 1', '0 answers, 0%', '1 answer, 33% 33% 1', '1 answer, 33% 33% 1']
const steps = (names: string[]) => [...names.map((name, step) => `${name}: ${STEPS[step]}`), 'Median 4, mean 3.67']
export const scale = same(steps(['1 (lost)', '2', '3 (fine)', '4', '5 (bored)']))

/** From the least to the largest, with the shares of the places where each was put, the right one after its name. */
const SHARES = {
  atom: 'Right: 33 33 0 0 33',
  cell: '67 Right: 33 0 0 0',
  mouse: '0 33 Right: 67 0 0',
  whale: '0 0 33 Right: 67 0',
  moon: '0 0 0 33 Right: 67',
}

/** How many put each there. */
const PLACES = {
  atom: [1, 1, 0, 0, 1],
  cell: [2, 1, 0, 0, 0],
  mouse: [0, 1, 2, 0, 0],
  whale: [0, 0, 1, 2, 0],
  moon: [0, 0, 0, 1, 2],
}

/** Item → the letter that the deck's seed has dealt it. */
export type Letters = Record<string, string>

export function order(letters: Letters): Lines {
  const rows = Object.entries(SHARES).map(([item, shares]) => ({ item: `${letters[item]} ${item}`, shares }))
  const plain = rows.map(({ item, shares }) => `${item} ${shares.replace('Right: ', '')}`)
  const solved = rows.map(({ item, shares }, place) => `${place + 1} ${item} ${shares}`)
  return same(plain.sort(), [...solved, '1 of 3 in the right order (33%)'])
}

/** The report is read by somebody who has answered nothing. */
export function reportQuestions(letters: Letters): string[] {
  const of = (lines: Lines) => ['3 answered', ...lines(-1, true)]
  return [
    ...['Choice · 1 point · 2 rounds', 'Round 1 · 3 answered', ...first(-1, true)],
    ...['Round 2 · 3 answered', ...secondAlone(-1, true), ...WHO_MOVED],
    ...['Choice · 3 points', ...of(several)],
    ...of(survey),
    ...['Number · 2 points', ...of(number)],
    ...['Short text · 1 point', ...of(text)],
    ...['3 answered', ...WORDS],
    ...of(scale),
    ...['Order · 5 points', ...of(order(letters))],
  ]
}

const put = (letters: Letters, ...items: string[]) => items.map(item => letters[item]).join(' ')

/** Mark, points, right answers, and each question by its last round. */
export function reportStudents(letters: Letters): string[] {
  return [
    `Ada 20 12 5 ✓B ✓A B C A ✓3.15 ✓paris whale, ship 4 ✓${put(letters, 'atom', 'cell', 'mouse', 'whale', 'moon')}`,
    `Bob 3.33 2 1 ✓B ✗A D A ✗3.2 ✗Lyon whale 2 ◐${put(letters, 'cell', 'atom', 'mouse', 'whale', 'moon')}`,
    `Cleo 8.33 5 2 ✗A ◐A B B ✓3.13 ✓Pâris Ship, sea 5 ✗${put(letters, 'cell', 'mouse', 'whale', 'moon', 'atom')}`,
  ]
}

export const REPORT_FACTS = [
  'Students who joined: 3',
  'Students who answered: 3',
  'Questions asked: 8',
  'Mean mark out of 20: 10.6',
]

export const REPORT_MARKS = [
  'Mean 10.56, median 8.33, from 3.33 to 20, out of 20.',
  ...['0 to 2: 0 students', '2 to 4: 1 student', '4 to 6: 0 students', '6 to 8: 0 students', '8 to 10: 1 student'],
  ...['10 to 12: 0 students', '12 to 14: 0 students', '14 to 16: 0 students', '16 to 18: 0 students'],
  '18 to 20: 1 student',
]

/** Without the ids: name; Q1 in two rounds, Q2, each with right and points; Q3; Q4, Q5; Q6, Q7; Q8; total, out of 20. */
export function csvStudents(letters: Letters): string[] {
  return [
    `Ada,A,0,0,B,1,1,A B C,1,3,A,3.15,1,2,paris,1,1,"whale, ship",4,${put(letters, 'atom', 'cell', 'mouse', 'whale', 'moon')},1,5,12,20`,
    `Bob,B,1,1,B,1,1,A D,0,0,A,3.2,0,0,Lyon,0,0,whale,2,${put(letters, 'cell', 'atom', 'mouse', 'whale', 'moon')},0,1,2,3.333`,
    `Cleo,C,0,0,A,0,0,A B,0,2,B,3.13,1,2,Pâris,1,1,"Ship, sea",5,${put(letters, 'cell', 'mouse', 'whale', 'moon', 'atom')},0,0,5,8.333`,
  ]
}

/** Question, round, letter, choice, right, count, answered. */
export function csvCounts(letters: Letters): string[] {
  const of = (question: string, ...rows: string[]) => rows.map(row => `${question},${row},3`)
  const places = Object.entries(PLACES)
    .flatMap(([item, counts]) => counts.map((count, place) => `1,${letters[item]},${item} (${place + 1}),,${count}`))
    .sort()
  return [
    ...of('Q1: Which colour has grass?', '1,A,red,0,1', '1,B,green,1,1', '1,C,blue,0,1'),
    ...of('Q1: Which colour has grass?', '2,A,red,0,1', '2,B,green,1,2', '2,C,blue,0,0'),
    ...of('Q2: Which are metals?', '1,A,iron,1,3', '1,B,gold,1,2', '1,C,zinc,1,1', '1,D,glass,0,1'),
    ...of('Q2: Which are metals?', '1,E,None of these,0,0'),
    ...of('Q3: Have you read the chapter?', '1,A,yes,,2', '1,B,no,,1'),
    ...of('Q4: How large is pi?', '1,,3.13,1,1', '1,,3.15,1,1', '1,,3.2,0,1'),
    ...of('Q5: What is the capital of France?', '1,,paris,1,2', '1,,Lyon,0,1'),
    ...of('Q6: What does the logo show?', '1,,ship,,2', '1,,whale,,2', '1,,sea,,1'),
    ...of('Q7: How is it going?', '1,,1 (lost),,0', '1,,2,,1', '1,,3 (fine),,0', '1,,4,,1', '1,,5 (bored),,1'),
    ...of('Q8: From the least to the largest?', ...places),
  ]
}
