/** Tasks of a workshop, and the hints under them: what is one, what it is called, and what is told of what is none. */
import { describe, expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { options } from './one-slide.ts'

const WORKSHOP = '<!-- .slide: data-segment="workshop" -->\n# Workshop\n\n'

const deckOf = (text: string) => parse(WORKSHOP + text, options)
const tasksOf = (text: string) => deckOf(text).slides.flatMap(stack => stack.flatMap(({ tasks }) => tasks ?? []))
const htmlOf = (text: string) => deckOf(text).slides[0]?.[0]?.html.at(-1) ?? ''
const toldOf = (text: string) => deckOf(text).mistakes.map(({ line, message }) => `${line - 3} ${message}`)

describe('a task', () => {
  test('has its first paragraph for a text, and its id from that', () => {
    const text =
      '- [ ] Run `docker ps`,\n  then **look**\n\n  and more\n\n  ```\n  code\n  ```\n- [ ] Two\n  - plain\n- [ ] ![a whale](w.png)'
    expect(tasksOf(text).map(({ id, text }) => [id, text])).toEqual([
      ['run-docker-ps-then-look', 'Run docker ps, then look'],
      ['two', 'Two'],
      ['a-whale', 'a whale'],
    ])
  })

  test('is an item with a box in a list of any kind, and in other items', () => {
    const text = '* [ ] a\n  1. [ ] b\n     + [ ] c\n- d\n  - [ ] e\n\n<div>\n\n1) [ ] f\n\n</div>\n\n> - [ ] g'
    expect(tasksOf(text).map(({ text }) => text)).toEqual(['a', 'b', 'c', 'e', 'f', 'g'])
  })

  test('that is ticked in the file is shown as done, with its box', () => {
    expect(tasksOf('- [x] a\n- [ ] b')).toEqual([
      { id: 'a', text: 'a', done: true, hints: [] },
      { id: 'b', text: 'b', hints: [] },
    ])
    expect(htmlOf('- [x] a\n- [ ] b')).toContain(
      '<li class="task done" data-task="a"><input type="checkbox" checked disabled aria-label="a"> a</li>\n<li class="task" data-task="b">b</li>',
    )
  })

  test.each([
    ['behind plain text', '- [ ] build it <!-- .element: data-id="x" -->'],
    ['behind code', '- [ ] build `it` <!-- .element: data-id="x" -->'],
    ['on a line of its own', '- [ ] build it\n\n  <!-- .element: data-id="x" -->'],
    ['below the list, for its last item', '- [ ] build it\n<!-- .element: data-id="x" -->'],
  ])('takes the id that is written %s', (_, text) => {
    expect(tasksOf(text)).toEqual([{ id: 'x', text: 'build it', hints: [] }])
    expect(htmlOf(text)).not.toContain('data-id')
  })

  test('may be a step of its slide', () => {
    const [slide] = deckOf('- [ ] a <!-- .element: class="fragment" -->\n- [ ] b').slides.flat()
    expect(slide?.html.map(html => html.includes('data-task="a"'))).toEqual([false, true])
    expect(slide?.html.map(html => html.includes('data-task="b"'))).toEqual([true, true])
  })

  test('has an id of its own in the whole deck; a data-id that is taken is told', () => {
    const text = '- [ ] run it\n- [ ] run it\n\n----\n\n- [ ] run it\n- [ ] x <!-- .element: data-id="run-it" -->'
    expect(tasksOf(text).map(({ id }) => id)).toEqual(['run-it', 'run-it-2', 'run-it-3', 'run-it-4'])
    expect(toldOf(text)).toEqual([
      '7 the task id "run-it" is taken by the task on line 4; give this one another data-id',
    ])
  })

  test('keeps its place where its id is none', () => {
    const text = '- [ ] a <!-- .element: data-id="two words" -->'
    expect(tasksOf(text)).toEqual([{ id: 'a', text: 'a', hints: [] }])
    expect(toldOf(text)).toEqual([expect.stringMatching(/^1 "two words" is no id for a task; write one word/)])
  })

  test('is none in notes, in a question, in another segment, on a hidden slide', () => {
    const text = [
      '<aside class="notes">\n\n- [ ] a\n\n</aside>',
      '<!-- .slide: data-qcm -->\n### b?\n\n- [ ] b\n- [x] c',
      '<!-- .slide: data-visibility="hidden" -->\n- [ ] d',
      '<!-- .slide: data-visibility="hidden" data-segment="talk" -->\n# Hidden',
      '- [ ] yes',
      '<!-- .slide: data-segment="talk" -->\n# Talk\n\n- [ ] e',
      '- [ ] f',
    ]
    expect(tasksOf(text.join('\n\n----\n\n')).map(({ text }) => text)).toEqual(['yes'])
  })

  test('is found where the deck has separators of its own, and on slides that inner sections are', () => {
    const own = `---\nseparator: <!--s-->\nverticalSeparator: <!--v-->\n---\n${WORKSHOP}<!--v-->\n\n- [ ] a\n\n<!--s-->\n\n- [ ] b`
    expect(parse(own, options).slides.map(stack => stack.map(({ tasks = [] }) => tasks.map(({ id }) => id)))).toEqual([
      [[], ['a']],
      [['b']],
    ])
    const inner =
      '<!-- .slide: data-segment="workshop" data-timer="5m" -->\n<section>\n\n- [ ] a\n\n</section>\n<section>\n\n- [ ] b\n\n</section>'
    expect(parse(inner, options).slides).toEqual([
      [
        expect.objectContaining({ tasks: [{ id: 'a', text: 'a', hints: [] }], timer: 300 }),
        expect.objectContaining({ tasks: [{ id: 'b', text: 'b', hints: [] }] }),
      ],
    ])
    expect(parse(inner, options).slides[0]?.[1]).not.toHaveProperty('timer')
  })

  test('is none in what is left out of the slide', () => {
    expect(tasksOf('<object>\n\n- [ ] a\n\n</object>\n\n- [ ] b').map(({ text }) => text)).toEqual(['b'])
  })

  test('leaves a deck without a workshop as it was', () => {
    const text = '# A\n\n- [ ] a\n  > b <!-- .element: class="c" -->\n\n<span data-hint="tip">d</span>'
    const [slide] = parse(text, options).slides.flat()
    expect(slide).not.toHaveProperty('tasks')
    expect(slide?.html[0]).toMatch(
      /<input[^>]*> a<blockquote>\s*<p class="c">b <\/p>[\s\S]*<span data-hint="tip">d<\/span>/,
    )
  })
})

describe('a hint', () => {
  const hintsOf = (text: string) => tasksOf(text).map(({ hints }) => hints)

  test('is a quote under a task, with what may stand in a quote', () => {
    const text = '- [ ] a\n  > one ![](p.png)\n\n  > ```js [1|2]\n  > b()\n  > c()\n  > ```\n  - plain\n    > three'
    const [[one, two, three] = []] = hintsOf(text)
    expect(one).toEqual({ html: '<p>one <img src="/482913/assets/p.png" alt=""></p>', assets: ['p.png'] })
    expect(two?.html.match(/<code/g)).toHaveLength(1)
    expect(two?.html).toContain('hljs-title')
    expect(three).toEqual({ html: '<p>three</p>' })
  })

  test('belongs to the innermost task, also under one that is done', () => {
    expect(hintsOf('- [ ] a\n  > 1\n  - [x] b\n    > 2\n\n  > 3')).toEqual([
      [{ html: '<p>1</p>' }, { html: '<p>3</p>' }],
      [{ html: '<p>2</p>' }],
    ])
  })

  test.each([
    ['below the quote', '- [ ] a\n  > b\n  <!-- .element: data-hint="8m" -->'],
    ['in the quote', '- [ ] a\n  > b <!-- .element: data-hint="8m" -->'],
    ['behind code in the quote', '- [ ] a\n  > `b` <!-- .element: data-hint="8m" -->'],
    ['on the quote in HTML', '- [ ] a\n  <blockquote data-hint="8m"><p>b</p></blockquote>'],
  ])('comes by itself after the time that is written %s', (_, text) => {
    expect(hintsOf(text)).toEqual([[{ html: expect.stringContaining('b'), after: 480 }]])
    expect(JSON.stringify(deckOf(text))).not.toContain('data-hint')
    expect(toldOf(text)).toEqual([])
  })

  test('is no step of its slide', () => {
    const [slide] = deckOf('- [ ] a\n  > b <!-- .element: class="fragment" -->').slides.flat()
    expect(slide?.html).toHaveLength(1)
    expect(slide?.tasks?.[0]?.hints).toEqual([{ html: '<p>b </p>' }])
  })

  test('makes the deck want the sheet for maths', () => {
    expect(deckOf('- [ ] a\n  > $x$').maths).toBe(true)
    expect(deckOf('- [ ] a\n  > x').maths).toBeUndefined()
  })

  test('shows a diagram as its text, and runs no script; both are told', () => {
    const text = '- [ ] a\n  > ```mermaid\n  > graph LR\n  > ```\n  > <script>alert(1)</script>'
    const deck = parse(WORKSHOP + text, { ...options, scripts: [] })
    expect(deck.slides[0]?.[0]).not.toHaveProperty('diagrams')
    expect(deck.slides[0]?.[0]).not.toHaveProperty('frame')
    expect(deck.slides[0]?.[0]?.tasks?.[0]?.hints[0]?.html).toMatch(/^<pre.*graph LR<\/code><\/pre>$/s)
    expect(deck.mistakes.map(({ message }) => message)).toEqual([
      expect.stringContaining('<script> is left out of the hint'),
      expect.stringContaining('a diagram in a hint is shown as its text'),
    ])
  })
})

describe('what was meant for a hint and is none is told', () => {
  test.each([
    ['under a plain item', '- plain\n  > canary', [/^1 the quote is shown to all, as its item is no task/], true],
    ['below the list', '- [ ] a\n\n> canary', [/^3 the quote is shown to all, as it stands below the list/], true],
    ['indented too little', '1. [ ] a\n  > canary', [/^2 the quote is shown to all, as it stands below/], true],
    [
      'indented too far',
      '- [ ] a\n       > canary `canary` canary\n\n  more',
      [/^1 the quote is indented too far/],
      false,
    ],
    [
      'marked, and under no task',
      '> canary\n<!-- .element: data-hint="8m" -->',
      [/^1 the hint stands under no task/],
      false,
    ],
    ['under a task without its spaces', '- []a\n  > canary', [/^1 this looks like a task and is none/], false],
    ['under a task without a text', '- [ ]\n  > canary', [/^1 this looks like a task and is none/], false],
    [
      'with a time that is none',
      '- [ ] a\n  > canary\n  <!-- .element: data-hint="soon" -->',
      [/^1 "soon" is no duration; write data-hint="8m"/],
      false,
    ],
    [
      'whose time is on the task',
      '- [ ] a <!-- .element: data-hint="8m" -->\n  > canary',
      [/^1 data-hint does nothing here/],
      false,
    ],
  ])('%s', (_, text, told, shown) => {
    expect(toldOf(text)).toEqual(told.map(pattern => expect.stringMatching(pattern)))
    expect(htmlOf(text).includes('canary')).toBe(shown)
  })

  test('a quote that is marked as a hint is shown nowhere, even where the segment is misspelt', () => {
    const text = '<!-- .slide: data-segment="worshop" -->\n- [ ] a\n  > canary\n  <!-- .element: data-hint="8m" -->'
    const deck = parse(text, options)
    expect(JSON.stringify(deck)).not.toContain('canary')
    expect(deck.mistakes.map(({ message }) => message)).toEqual([
      '"worshop" is no kind of segment; did you mean data-segment="workshop"?',
      expect.stringContaining('the hint stands under no task'),
    ])
  })

  test('nothing is told of quotes elsewhere', () => {
    expect(toldOf('> a\n\n- [ ] b\n  > c\n\ntext\n\n> d\n\nNote:\n\n- e\n  > f')).toEqual([])
  })
})
