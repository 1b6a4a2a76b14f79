/** Cases of answers in words that are shared by several projects; those that are kept here are in text-key.test.ts. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { isRight } from '../../server/lesson/kinds/kinds.ts'
import { options } from '../deck/one-slide.ts'

const folder = join(import.meta.dirname, '../../../shared/cases/questions')

const CASES: [file: string, answers: string[][], right: boolean][] = [
  ['04-text-signs-ignored.md', [['chmod -x'], ['105'], ['x <= 10'], ['100']], false],
  [
    '05-text-ligatures.md',
    [
      ['noeud', 'NOEUD'],
      ['STRASSE', 'Strasse'],
    ],
    true,
  ],
  [
    '23-short-text-typography.md',
    [
      ['x’', 'x′'],
      ['-5', '–5'],
    ],
    true,
  ],
]

test.runIf(existsSync(folder)).each(CASES)('%s', (file, answers, right) => {
  const { slides } = parse(readFileSync(join(folder, file), 'utf8'), options)
  const questions = slides.flat().flatMap(({ question }) => question ?? [])
  expect(questions).toHaveLength(answers.length)
  for (const [index, question] of questions.entries())
    for (const answer of answers[index] ?? []) expect([answer, isRight(question, answer)]).toEqual([answer, right])
})
