/** Segments, their plan, and what the front matter says of the whole class. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { only, options } from './one-slide.ts'

const toldOf = (text: string) => parse(text, options).mistakes.map(({ line, message }) => `${line} ${message}`)
const segment = (marks: string, rest = '# Title') => `<!-- .slide: data-segment="talk" ${marks} -->\n${rest}`

describe('a segment', () => {
  test.each([
    ['its first heading', segment('', 'text\n\n## A `title` \n\n# Other'), 'A title'],
    ['what the deck calls it', segment('data-title=" The   talk "'), 'The talk'],
    ['its heading where that name is empty', segment('data-title=" "'), 'Title'],
    ['nothing without a heading', segment('', 'only text'), ''],
    ['no heading of a later step', segment('', '# Later <!-- .element: class="fragment" -->\n\n## At once'), 'At once'],
    ['no heading of the notes', segment('', 'text\n\nNote:\n\n# Notes'), ''],
    ['no heading of a hint', '<!-- .slide: data-segment="workshop" -->\n- [ ] a\n  > # Hint', ''],
  ])('has for a title %s', (_, text, title) => {
    expect(only(text).segment?.title).toBe(title)
  })

  test.each([
    ['data-segment="talk"', 'class'],
    ['data-segment="Workshop"', 'self'],
    ['data-segment="workshop" data-pace="class"', 'class'],
    ['data-segment="talk" data-pace=" Self "', 'self'],
    ['data-segment="quiz" data-pace="mine"', 'class'],
  ])('%s is walked at the pace of %s', (marks, pace) => {
    expect(only(`<!-- .slide: ${marks} -->\n# Title`).segment?.pace).toBe(pace)
  })

  test('takes all its marks off the slide, right or wrong', () => {
    const marks = 'data-title="x" data-pace="y" data-duration="z" data-timer="t"'
    for (const kind of ['talk', 'lunch'])
      expect(only(`<!-- .slide: data-segment="${kind}" ${marks} class="mine" -->\n# A`).attributes).toEqual({
        class: 'mine',
      })
  })
})

test.each([
  ['5m', 300],
  ['1m30s', 90],
  ['0s', undefined],
  ['-5m', undefined],
  ['NaN', undefined],
  ['99h', undefined],
  ['', undefined],
])('a timer of "%s" is %s seconds', (written, seconds) => {
  const text = `<section data-timer="${written}">\n\n# A\n\n</section>\n<section>\n\n# B\n\n</section>`
  const [a, b] = parse(text, options).slides.flat()
  expect([a?.timer, b?.timer, a?.attributes]).toEqual([seconds, undefined, {}])
})

test.each([
  ['worshop', /^1 "worshop" is no kind of segment; did you mean data-segment="workshop"\?$/],
  ['breaks', /did you mean data-segment="break"\?$/],
  ['pause', /^1 "pause" is no kind of segment; write data-segment="talk", "quiz", "workshop" or "break"$/],
])('a segment of the kind "%s" is told', (kind, message) => {
  expect(toldOf(`<!-- .slide: data-segment="${kind}" -->\n# A`)).toEqual([expect.stringMatching(message)])
  expect(toldOf('<!-- .slide: data-segment -->\n# A')).toEqual([expect.stringMatching(/^1 "" is no kind of segment/)])
})

describe('a plan', () => {
  const plan = (head: string, ...segments: string[]) =>
    toldOf(`---\n${head}\n---\n${segments.map(marks => `<!-- .slide: ${marks} -->\n# A`).join('\n\n---\n\n')}`)
  const [talk, pause] = ['data-segment="talk" data-duration="50m"', 'data-segment="break" data-duration="10m"']

  test.each([
    ['the sum of its segments', 'duration: 1h', [talk, pause], []],
    [
      'less',
      'duration: 45m',
      [talk, pause],
      ['2 the segments take 1h, and the class 45m; write duration: 1h, or change a data-duration'],
    ],
    [
      'more',
      'duration: 2h',
      [talk, pause],
      ['2 the segments take 1h, and the class 2h; write duration: 1h, or change a data-duration'],
    ],
    ['more, with a segment of any length', 'duration: 2h', [talk, pause, 'data-segment="talk"'], []],
    ['less than that', 'duration: 55m', [talk, pause, 'data-segment="talk"'], [expect.stringContaining('take 1h')]],
    ['anything, without segments', 'duration: 2h', ['data-title="mine"'], []],
    ['nothing', 'title: A', [talk, pause], []],
  ])('may say that the class takes %s', (_, head, segments, told) => {
    expect(plan(head, ...segments)).toEqual(told)
  })

  test('tells of a quiz without questions, and of marks without a segment', () => {
    expect(
      plan('title: A', 'data-segment="quiz"', talk, 'data-pace="self"', 'data-duration="5m"', 'data-title="x"'),
    ).toEqual([
      '4 the quiz has no questions; mark each slide that asks one with data-qcm',
      '14 data-pace does nothing without a segment; add data-segment="talk"',
      '19 data-duration does nothing without a segment; add data-segment="talk"',
      '24 data-title does nothing without a segment; add data-segment="talk"',
    ])
  })
})

describe('the front matter', () => {
  const read = (head: string) => {
    const { duration, inbox, pulse, mistakes } = parse(`---\n${head}\n---\n# A`, options)
    return { duration, inbox, pulse, told: mistakes.map(({ line, message }) => `${line} ${message}`) }
  }
  const usual = { duration: undefined, inbox: 'moderated', pulse: true, told: [] }

  test.each([
    ['title: A', {}],
    ['duration: 3h20m', { duration: 12_000 }],
    ['duration: 45min', { duration: 2_700 }],
    ['duration:', {}],
    ['inbox: open', { inbox: 'open' }],
    ['inbox: Moderated', {}],
    ['inbox: on', {}],
    ['inbox: off', { inbox: undefined }],
    ['inbox: false', { inbox: undefined }],
    ['pulse: off', { pulse: false }],
    ['pulse: false', { pulse: false }],
    ['pulse: On', {}],
    ['pulse: true', {}],
    ['pulse: ~', {}],
  ])('%s', (head, said) => {
    expect(read(head)).toEqual({ ...usual, ...said })
  })

  test.each([
    ['duration: 45', /^2 "45" is no duration and is left out; write duration: 3h20m$/],
    ['title: A\nduration: [1h]', /^3 "\["1h"\]" is no duration/],
    ['inbox: closed', /^2 "closed" is no kind of inbox, so messages are moderated; write inbox:/],
    ['pulse: maybe', /^2 "maybe" is neither on nor off, so the pulse is on; write pulse:/],
  ])('%s is told', (head, message) => {
    expect(read(head)).toEqual({ ...usual, told: [expect.stringMatching(message)] })
  })
})
