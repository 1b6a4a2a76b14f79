/** Questions of every kind, as they are written; the folder test/decks holds their mistakes. */
import { expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import type { Choice, Question } from '../../server/deck/question-types.ts'
import { NO_NUMERALS, NUMERALS } from '../rules/typed-numbers.ts'
import { only, options } from './one-slide.ts'

const ask = (attributes: string, rest: string) =>
  only(`<!-- .slide: data-qcm${attributes} -->\n# Q\n\n${rest}`).question

const mistakes = (text: string) => parse(text, options).mistakes.map(({ line, message }) => `${line}: ${message}`)

function number(entry: string, lang = '') {
  const text = `---\nlang: "${lang}"\n---\n<!-- .slide: data-qcm="number" -->\n# Q\n\n- [x] ${entry}\n`
  const question = only(text).question
  const [found] = question?.kind === 'number' ? question.entries : []
  return found && [found.value, found.tolerance]
}

test('a number is read as people write it', () => {
  const written: [string, number, number?][] = [
    ['3.14', 3.14],
    ['3,14', 3.14],
    ['.5', 0.5],
    ['0,125', 0.125],
    ['1 000', 1000],
    ['1\u202f000\u202f000,5', 1000000.5],
    ['12\u2009345', 12345],
    ['1e6', 1e6],
    ['2.5E-3', 0.0025],
    ['1e\u22122', 0.01],
    ['-5', -5],
    ['- 5', -5],
    ['\u22125', -5],
    ['+5', 5],
    ['$-5$', -5],
    ['3.14 ± 0.01', 3.14, 0.01],
    ['3.14 +- 0,01', 3.14, 0.01],
    ['3.14+/-0.01', 3.14, 0.01],
    ['3.14 +/\u2212 .01', 3.14, 0.01],
    ['-200 ± 5%', -200, 10],
    ['200 ± 2,5 %', 200, 5],
    ['0 ± 1', 0, 1],
    ['7 ± 0', 7, 0],
  ]
  for (const [entry, value, tolerance = 0] of written) expect(number(entry), entry).toEqual([value, tolerance])
  expect(Object.is(number('-0')?.[0], 0)).toBe(true)
})

test('a number is read as phones read it', () => {
  for (const [entry, value, lang] of NUMERALS) expect(number(entry, lang), entry).toEqual([value, 0])
  for (const entry of NO_NUMERALS) expect(number(entry), entry).toBeUndefined()
})

test('what is no number, or has something after it, is none', () => {
  const written = [
    'pi',
    'e5',
    '3 cm',
    '50%',
    '3..4',
    '3.14.15',
    '1 00',
    '1000 000',
    '3-4',
    '± 1',
    '3 ±',
    '3 ± -1',
    '3 ± 1 ± 1',
  ]
  written.push('1e300', '3 ± 1e999', 'NaN', 'Infinity', '0x10', '3 or 4', '9007199254740993')
  for (const entry of written) expect(number(entry), entry).toBeUndefined()
})

test('what the deck’s language parts thousands with is refused before three digits, where it may part decimals', () => {
  for (const lang of ['', 'en', 'en-GB', 'ar']) expect(number('1,500', lang), lang).toBeUndefined()
  for (const lang of ['fr', 'de', 'de-CH']) expect(number('1,500', lang), lang).toEqual([1.5, 0])
  for (const lang of ['de', 'es', 'it']) expect(number('1.500', lang), lang).toBeUndefined()
  for (const lang of ['', 'en', 'fr']) expect(number('1.500', lang), lang).toEqual([1.5, 0])
})

test('a language that is none is reported and left out, one with an underscore is read', () => {
  expect(number('1,500', 'de_DE')).toEqual([1.5, 0])
  expect(number('1500', 'Deutsch, bitte')).toEqual([1500, 0])
  expect(mistakes('---\nlang: Deutsch, bitte\n---\n# A')).toEqual([
    '2: "Deutsch, bitte" is no language tag and is left out; write lang: en',
  ])
})

test('without a list, a question of number or text accepts any answer', () => {
  expect(ask('="number"', '> thanks')).toMatchObject({ kind: 'number', entries: [], explanation: '<p>thanks</p>' })
  expect(ask('="text"', '')).toMatchObject({ kind: 'text', entries: [] })
})

test('a last choice "none of these" is right when no other is, in the words of the deck’s language', () => {
  const last = (list: string, lang = 'en') => {
    const { question } = only(`---\nlang: ${lang}\n---\n<!-- .slide: data-qcm data-none -->\n# Q\n\n${list}`)
    return question?.kind === 'choice' ? [question.choices.at(-1), question.multiple] : []
  }
  const none = { key: 'C', html: 'None of these', text: 'None of these', none: true }
  expect(last('- [ ] a\n- [ ] b')).toEqual([{ ...none, right: true }, false])
  expect(last('- [x] a\n- [ ] b')).toEqual([{ ...none, right: false }, false])
  expect(last('- [x] a\n- [x] b')).toEqual([{ ...none, right: false }, true])
  expect(last('- [ ] a\n- [ ] b', 'fr-CA')[0]).toMatchObject({ text: 'Aucune de ces réponses' })
  expect(ask(' data-none="false"', '- [ ] a\n- [ ] b')).toMatchObject({ choices: [{ key: 'A' }, { key: 'B' }] })
})

test('"none of these" keeps the last letter when the others are dealt', () => {
  const list = `- [ ] ${[...'abcdefghijk'].join('\n- [ ] ')}`
  const question = ask(' data-none data-shuffle', list)
  const keys = question?.kind === 'choice' ? question.choices.map(({ key }) => key) : []
  expect(keys.at(-1)).toBe('L')
  expect(keys.slice(0, -1)).not.toEqual([...'ABCDEFGHIJK'])
  expect([...keys].sort()).toEqual([...'ABCDEFGHIJKL'])
})

test('boxes in code are part of a choice, a text or a slide', () => {
  const list = '- [ ] `[ ]`\n- [x] `[]`\n- [ ] a `[x]` b'
  expect(ask('', list)).toMatchObject({ choices: [{ text: '[ ]' }, { text: '[]' }, { text: 'a [x] b' }] })
  expect(ask('="text"', '- [x] `[] == []`')).toMatchObject({ entries: [{ text: '[] == []', right: true }] })
  expect(ask('', '```md\n- [x] task\n```\n\n- [x] a\n- [ ] b')).toMatchObject({ kind: 'choice' })
})

test('a scale goes from 1 to 5 unless it says otherwise', () => {
  const scale = (attributes: string) => ask(`="scale" ${attributes}`, '')
  expect(scale('')).toMatchObject({ min: 1, max: 5, labels: [] })
  expect(scale('data-min="0" data-max="10"')).toMatchObject({ min: 0, max: 10 })
  expect(scale('data-min="−3" data-max="3" data-labels="no | yes"')).toMatchObject({ min: -3, labels: ['no', 'yes'] })
  expect(scale('data-max="4" data-labels="a|b|c|d"')).toMatchObject({ max: 4, labels: ['a', 'b', 'c', 'd'] })
  for (const wrong of ['data-max="1"', 'data-max="12"', 'data-min="1.5"', 'data-labels="a"', 'data-labels="a|"']) {
    expect(scale(wrong), wrong).toBeUndefined()
  }
})

test('marks are read by Auto Multiple Choice’s letters', () => {
  const scoring = (attributes: string) => ask(` data-scoring=${attributes}`, '- [x] a\n- [ ] b')?.scoring
  expect(scoring('"partial"')).toEqual({ scheme: 'partial' })
  expect(scoring('"amc"')).toEqual({ scheme: 'amc', bareme: {} })
  expect(scoring('"amc" data-bareme="b=2,m=−.5, e = -1,v=0,p=-2"')).toEqual({
    scheme: 'amc',
    bareme: { b: 2, m: -0.5, e: -1, v: 0, p: -2 },
  })
  expect(scoring('"all"')).toBeUndefined()
  for (const wrong of ['mz=1', 'b', 'b=', 'b=1;m=0', 'b=1,', '1', 'b=1,b=2', 'B=1', 'toString=1']) {
    expect(ask(` data-scoring="amc" data-bareme="${wrong}"`, '- [x] a\n- [ ] b'), wrong).toBeUndefined()
  }
})

const items = [...'abcdefghijkl']
const orderOf = (count: number, seed: string, written = items.slice(0, count)): Choice[] => {
  const text = `<!-- .slide: data-qcm="order" -->\n# Q\n\n${written.map(item => `1. ${item}\n`).join('')}`
  const [[slide] = []] = parse(text, { ...options, seed }).slides
  return slide?.question?.kind === 'order' ? slide.question.choices : []
}

test('items to put in order are dealt by the seed, lettered as they are dealt, and know their place', () => {
  const dealt = (seed: string) => orderOf(12, seed)
  expect(dealt('1')).toEqual(dealt('1'))
  expect(dealt('1')).not.toEqual(dealt('2'))
  expect(dealt('1').map(({ key }) => key)).toEqual([...'ABCDEFGHIJKL'])
  for (const { text, place } of dealt('1')) expect(items[place ?? -1]).toBe(text)
})

test('three items or more never stand as they were written, and two stand in either order', () => {
  const seeds = Array.from({ length: 60 }, (_, index) => `seed ${index}`)
  const seen = (count: number) =>
    new Set(
      seeds.map(seed =>
        orderOf(count, seed)
          .map(({ place }) => place)
          .join(''),
      ),
    )
  expect([...seen(3)].sort()).toEqual(['021', '102', '120', '201', '210'])
  expect([...seen(2)].sort()).toEqual(['01', '10'])
})

test('how items are dealt does not tell how they were written, even to one who knows the seed', () => {
  const shown = (written: string[]) =>
    orderOf(4, 'known', written)
      .map(({ text }) => text)
      .join('')
  const ways = [
    ['a', 'b', 'c', 'd'],
    ['d', 'c', 'b', 'a'],
    ['b', 'd', 'a', 'c'],
    ['c', 'a', 'd', 'b'],
  ]
  const dealt = ways.map(shown)
  const most = dealt.filter(one => dealt.filter(other => other === one).length >= 3)
  expect(most.length).toBeGreaterThanOrEqual(3)
})

test('reading time, explanation and points go with every kind', () => {
  const bodies: Record<Question['kind'], string> = {
    choice: '- [x] a\n- [ ] b',
    number: '- [x] 3',
    text: '- [x] a',
    words: '',
    scale: '',
    order: '1. a\n2. b',
  }
  for (const [kind, body] of Object.entries(bodies)) {
    const settings = 'data-read="10s" data-time="1m" data-points="2" data-id="x" data-live'
    const question = ask(`="${kind}" ${settings}`, `${body}\n\n> because`)
    expect(question, kind).toMatchObject({ kind, id: 'x', read: 10, time: 60, points: 2, live: true })
    expect(question?.explanation, kind).toBe('<p>because</p>')
  }
})

test('identity and ranking are taken from front matter, and what is neither is reported with what to write', () => {
  const front = (lines: string) => parse(`---\n${lines}\n---\n# A`, options)
  expect(front('identity: name\nranking: top10')).toMatchObject({ identity: 'name', ranking: 10, mistakes: [] })
  const bare = front('title: x')
  expect('identity' in bare || 'ranking' in bare).toBe(false)
  for (const wrong of ['Name', 'true', '[name]', '3']) {
    const deck = front(`title: x\nidentity: ${wrong}`)
    expect(deck.identity).toBeUndefined()
    expect(deck.mistakes).toMatchObject([{ line: 3, level: 'warning' }])
  }
  expect(mistakes('---\nranking: top5\n---\n# A')).toEqual([
    '2: "top5" is no ranking and none is shown; write ranking: top3 or top10, or leave it out',
  ])
})
