/** Cases of `../shared/cases/questions` that need no browser: importing, exporting, marking and counting. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { exportQuestions } from '../../server/cli/export.ts'
import { importQuestions } from '../../server/cli/import.ts'
import { parse } from '../../server/deck/parse.ts'
import type { Question } from '../../server/deck/question-types.ts'
import type { Readable, Writable } from '../../server/exchange/question-item.ts'
import { accept, isRight } from '../../server/lesson/kinds/kinds.ts'
import { answerPoints } from '../../server/lesson/vote/answer-points.ts'
import type { Value } from '../../server/wire/poll-view.ts'
import { testCases } from './cases.ts'

testCases('questions', {
  async '01'(file) {
    const { text } = await exported(file, 'amc')
    expect(text).toContain('\n    if k:\n        print(k)\n')
  },
  async '02'(file) {
    const { text, notes } = await imported(file, 'amc')
    expect(notes.join()).toContain('2 questions written')
    const [first, second] = questionsOf(text)
    expect(text).toContain('#include <stdio.h>\nint main(void) { puts("hi"); }\n')
    expect(text).toContain('\n- one\n* two\n')
    expect([choicesOf(first), choicesOf(second)]).toEqual([
      [
        ['hi', true],
        ['nothing', false],
      ],
      [
        ['a list', true],
        ['a sum', false],
      ],
    ])
  },
  async '03'(file) {
    const { text } = await imported(file, 'gift')
    const [one, two] = questionsOf(text)
    const scored = (question: Question | undefined, wrong: string) => {
      const pick = choicesOf(question).findIndex(([choice]) => choice === wrong)
      return answerPoints(known(question), [pick])
    }
    expect(scored(one, 'Tartu')).toBeCloseTo(-1 / 3)
    expect(scored(two, 'no')).toBeCloseTo(-1 / 2)
  },
  '04'(file) {
    const wrong: Record<string, string> = { t1: 'chmod -x', t2: '105', t3: 'x <= 10', t4: '100' }
    const right: Record<string, string> = { t1: 'CHMOD  +X', t2: '10.5', t3: 'x >= 10', t4: '−100' }
    for (const question of questionsOf(read(file))) {
      expect([question.id, tells(question, wrong[question.id])]).toEqual([question.id, false])
      expect([question.id, tells(question, right[question.id])]).toEqual([question.id, true])
    }
  },
  '05'(file) {
    const [knot, street] = questionsOf(read(file))
    expect(['noeud', 'NŒUD', 'nœud.'].map(answer => tells(knot, answer))).toEqual([true, true, true])
    expect(['STRASSE', 'Strasse', 'straße'].map(answer => tells(street, answer))).toEqual([true, true, true])
  },
  async '06'(file) {
    const gift = await exported(file, 'gift')
    expect(gift.text).toMatch(/6\.626e-34/i)
    expect(gift.text).toMatch(/1\.6e-19/i)
    const again = questionsOf((await imported(written('again.gift', gift.text), 'gift')).text)
    expect(again.map(question => question.kind === 'number' && question.entries[0]?.value)).toEqual([
      6.626e-34, 1.6e-19,
    ])
    const xml = await exported(file, 'moodle-xml')
    expect(xml.text).not.toContain('<text>0</text>')
    expect(xml.text).toMatch(/<tolerance>1e-36<\/tolerance>/i)
  },
  async '09'(file) {
    const xml = await exported(file, 'moodle-xml')
    expect(xml.text.match(/<shuffleanswers>\w+/g)).toEqual(['<shuffleanswers>true', '<shuffleanswers>true'])
    const amc = await exported(file, 'amc')
    expect(amc.text).not.toContain('ordered')
    const gift = await exported(file, 'gift')
    expect(gift.notes.map(line => Number(/:(\d+):/.exec(line)?.[1]))).toEqual([1, 8])
  },
  async '12'(file) {
    const { text } = await imported(file, 'amc')
    const [first, second] = questionsOf(text)
    expect(first?.prompt).toContain('class="katex"')
    expect(choicesOf(second)).toHaveLength(3)
  },
  async '13'(file) {
    const { text, notes } = await imported(file, 'amc')
    expect(text.includes('[latex]')).toBe(false)
    expect(questionsOf(text)[0]?.prompt.includes('class="katex"') || notes.length > 1).toBe(true)
  },
  async '15'(file) {
    const { text } = await imported(file, 'amc')
    const question = known(questionsOf(text)[0])
    expect(answerPoints(question, [0, 1])).toBe(2)
    expect(answerPoints(question, [1])).toBe(-1)
  },
  async '16'(file) {
    const { text, notes } = await imported(file, 'gift')
    const questions = questionsOf(text)
    const ids = questions.map(({ id }) => id)
    expect(['a', 'b', 'd', 'e', 'f'].filter(id => !ids.includes(id))).toEqual([])
    expect(ids.includes('c') || notes.some(line => /:\d+:.*large/.test(line))).toBe(true)
    const value = (id: string) => {
      const found = questions.find(question => question.id === id)
      return found?.kind === 'number' ? [found.entries[0]?.value, found.entries[0]?.tolerance] : undefined
    }
    expect([value('b'), value('d'), value('f')]).toEqual([
      [3, 2],
      [0.5, 0.1],
      [42, 0],
    ])
    expect(value('e')?.[0]).toBe(5)
  },
  async '17'(file) {
    const { text, notes } = await imported(file, 'gift')
    expect(notes.join('\n')).toMatch(/:1:.*(PLUGINFILE|tree\.png)/)
    expect((await exported(written('again.md', text), 'gift')).text).toContain('@@PLUGINFILE@@/tree.png')
    expect((await exported(written('again.md', text), 'moodle-xml')).text).toContain('@@PLUGINFILE@@/tree.png')
  },
  '23'(file) {
    const [prime, five] = questionsOf(read(file))
    expect(["x'", 'x’', 'x′', 'X’'].map(answer => tells(prime, answer))).toEqual([true, true, true, true])
    expect(['-5', '−5', '–5'].map(answer => tells(five, answer))).toEqual([true, true, true])
    expect(tells(five, '5')).toBe(false)
  },
  async '28'(file) {
    const { text, notes } = await imported(file, 'amc')
    const [tree, several] = questionsOf(text)
    expect(tree?.prompt.includes('<img') || notes.some(line => line.includes(':4:'))).toBe(true)
    expect(answerPoints(known(several), [0])).toBeDefined()
    expect(text).toContain('b=1')
  },
})

/** @throws without a question */
function known(question: Question | undefined): Question {
  if (!question) throw new Error('the question is not there')
  return question
}

const folder = mkdtempSync(join(tmpdir(), 'amphi-cases-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** Writes a text to a new file; returns its path. */
function written(name: string, text: string): string {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

const read = (file: string) => readFileSync(file, 'utf8')

const questionsOf = (deck: string): Question[] =>
  parse(deck, { assets: '/482913/assets/', seed: '482913' })
    .slides.flat()
    .flatMap(({ question }) => question ?? [])

/** Text and rightness of each choice. */
const choicesOf = (question: Question | undefined): [string, boolean][] =>
  question?.kind === 'choice' ? question.choices.map(({ text, right }) => [text, right === true]) : []

/** Whether a stored answer is right. */
function tells(question: Question | undefined, answer: Value | undefined): boolean | undefined {
  const value = answer === undefined ? undefined : accept(known(question), answer)
  return value === undefined ? undefined : isRight(known(question), value)
}

async function imported(file: string, format: Readable) {
  const notes: string[] = []
  let text = ''
  const write = (part: string) => {
    text += part
  }
  await importQuestions({ file, format, lang: undefined }, { write, note: line => notes.push(line) })
  return { text, notes }
}

async function exported(deck: string, format: Writable) {
  const notes: string[] = []
  let text = ''
  const write = (part: string) => {
    text += part
  }
  await exportQuestions({ deck, format, flags: {} }, { write, note: line => notes.push(line) })
  return { text, notes }
}
