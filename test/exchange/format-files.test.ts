/** Whole files: nothing is lost silently, and files survive a round trip through their format. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { create, elements } from '../../server/deck/render/element.ts'
import { readers, writers } from '../../server/exchange/format.ts'
import type { Item, Readable } from '../../server/exchange/question-item.ts'
import { itemsOf } from '../../server/exchange/read/deck.ts'
import { writeSlides } from '../../server/exchange/write/deck.ts'
import { verbatim } from '../../server/exchange/write/markdown.ts'
import { aikenFile, amcFile, giftFile } from './format-files.ts'
import { back, parsed, questionsOf } from './round-trips.ts'

const runs = { seed: 1948, numRuns: 60 }
const read = (format: Readable, text: string) => readers[format](text, ['True', 'False'])

/** What a format preserves: paragraphs may become lines, and names that it does not allow are reported. */
const preserved = (text: string, format: Readable) =>
  questionsOf(parsed(text)).map(({ id, ...question }) => ({
    ...question,
    prompt: undefined,
    // Shuffled letters depend on the name.
    ...('choices' in question && { choices: question.choices.map(choice => ({ ...choice, key: '' })) }),
    ...(format === 'gift' && { id }),
  }))

function roundTrip(format: Readable, text: string) {
  const there = writeSlides(read(format, text).items)
  const deck = parsed(there.text)
  expect(deck.mistakes).toEqual([])
  const again = back(deck, format)
  expect(again.read.mistakes.filter(({ level }) => level === 'error')).toEqual([])
  return { deck, again, first: preserved(there.text, format), second: preserved(again.text, format) }
}

const codeOf = (item: Item) =>
  elements(create('div', {}, item.prompt))
    .filter(({ tagName }) => tagName === 'pre')
    .map(verbatim)

test('AMC-TXT: code is the text between its marks, and booleans are read in every spelling', () => {
  fc.assert(
    fc.property(amcFile, ({ text, questions, complete, latex }) => {
      const { items, mistakes } = read('amc', text)
      const asking = items.filter(({ kind }) => kind !== 'slide')
      expect(mistakes.filter(({ level }) => level === 'error')).toEqual([])
      expect(asking.map(codeOf)).toEqual(questions.map(({ code }) => (code === undefined ? [] : [code])))
      for (const item of asking) {
        if (item.kind !== 'choice') throw new Error(item.kind)
        expect(item.none !== '').toBe(complete && text.split('\n')[item.line - 1]?.startsWith('**'))
      }
      const dollar = 'Solve $x$'
      const tagged = read('amc', `${text}\n* ${dollar}\n+ a\n- b\n`).items.at(-1)?.prompt ?? []
      expect(tagged.some(node => 'tagName' in node && node.tagName === 'math')).toBe(latex)
    }),
    runs,
  )
})

test('AMC-TXT survives a round trip: code, order, scoring and words', () => {
  fc.assert(
    fc.property(amcFile, ({ text }) => {
      const { first, second, deck, again } = roundTrip('amc', text)
      expect(second).toEqual(first)
      const code = (of: typeof deck) => itemsOf(of).map(codeOf)
      expect(code(again.deck)).toEqual(code(deck))
    }),
    runs,
  )
})

test('GIFT: numbers of every size are read, and weights are either preserved or reported', () => {
  fc.assert(
    fc.property(giftFile, ({ text, questions }) => {
      const { items, mistakes } = read('gift', text)
      expect(mistakes.filter(({ level }) => level === 'error')).toEqual([])
      expect(items).toHaveLength(questions.length)
      for (const [index, item] of items.entries()) {
        const { numbers, weights = [] } = questions[index] ?? { text: '' }
        if (numbers) expect(item.kind === 'number' && item.entries.map(({ value }) => value)).toEqual(numbers)
        const scored = 'scoring' in item && item.scoring !== undefined
        const reported = mistakes.filter(({ line }) => line === item.line)
        if (weights.length > 0 && !scored) expect(reported).toHaveLength(weights.length)
      }
    }),
    runs,
  )
})

test('GIFT survives a round trip', () => {
  fc.assert(
    fc.property(giftFile, ({ text }) => {
      const { first, second } = roundTrip('gift', text)
      expect(second).toEqual(first)
    }),
    runs,
  )
})

test('Aiken survives a round trip', () => {
  fc.assert(
    fc.property(aikenFile, text => {
      const { first, second, again } = roundTrip('aiken', text)
      const lines = again.written.mistakes.filter(({ message }) => message.includes('markup'))
      expect(lines).toHaveLength(text.match(/^Think/gm)?.length ?? 0)
      expect(second).toEqual(first)
    }),
    runs,
  )
})

test('Moodle XML matches the deck: kinds, fractions, numbers, order and code', () => {
  fc.assert(
    fc.property(fc.oneof(giftFile, amcFile), file => {
      const format = file.text.startsWith('//') ? 'gift' : 'amc'
      const deck = parsed(writeSlides(read(format, file.text).items).text)
      const items = itemsOf(deck)
      const { text, mistakes } = writers['moodle-xml'](items, deck)
      const written = text.split('<question ').slice(1)
      expect(
        written.length + mistakes.filter(({ message }) => message.endsWith('left out')).length,
      ).toBeGreaterThanOrEqual(items.length)
      for (const [index, item] of items.entries()) {
        const xml = written[index] ?? ''
        if (item.kind === 'number') {
          const written = [...xml.matchAll(/<text>([^<]*)<\/text><feedback.*?<tolerance>([^<]*)</g)]
          expect(written.map(([, value, width]) => [Number(value), Number(width)])).toEqual(
            item.entries.map(({ value, tolerance }) => [value, tolerance]),
          )
        }
        if (item.kind !== 'choice') continue
        expect(xml).toContain(`<shuffleanswers>${item.shuffle}</shuffleanswers>`)
        expect(xml).toContain(`<single>${!item.multiple}</single>`)
        const shares = [...xml.matchAll(/fraction="([^"]*)"/g)].map(([, share]) => Number(share))
        const right = item.entries.map(({ right }) => right)
        expect(shares.slice(0, right.length).map(share => share > 0)).toEqual(right)
        for (const code of codeOf(item))
          expect(xml).toContain(code.replace(/[&<>]/g, sign => ({ '&': '&amp;amp;', '<': '&amp;lt;' })[sign] ?? '&gt;'))
      }
    }),
    runs,
  )
})

test('a picture that stays in Moodle is reported, and its address survives a round trip', () => {
  const gift = '::tree::[html]<p><img src\\="@@PLUGINFILE@@/an%20oak+é.png" alt\\=""> What is it?</p>{=oak ~elm}'
  const { items, mistakes } = read('gift', gift)
  expect(mistakes).toEqual([
    expect.objectContaining({ line: 1, message: expect.stringContaining('an oak+é.png is missing') }),
  ])
  const { text } = writers.gift(itemsOf(parsed(writeSlides(items).text)), { title: '', lang: '' })
  expect(text).toContain('@@PLUGINFILE@@/an%20oak+é.png')
})
