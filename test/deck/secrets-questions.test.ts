/** The slide of a question holds no answer, feedback or setting, also where the question is broken. */
import { expect, test } from 'vitest'
import { parse } from '../../server/deck/parse.ts'
import { only } from './one-slide.ts'

const SECRETS = `<!-- .slide: data-qcm data-points="7331" data-time="42s" -->
### Which?

- [ ] a
  > canary1

- [x] b <!-- .element: class="fragment canary2" -->
  1. deeper
     > canary3

<div>

> canary4

</div>

after

> ![](canary5.png)
`

test('the slide of a question holds no answer, feedback, explanation or setting', () => {
  const { question, html, assets, attributes, id } = only(SECRETS)
  expect(question).toMatchObject({ time: 42, points: 7331, choices: [{ right: false }, { right: true }] })
  expect(question?.assets).toEqual(['canary5.png'])
  expect(html).toHaveLength(1)
  const seen = JSON.stringify({ html, assets, attributes, id })
  expect(seen).not.toMatch(/canary|checked|checkbox|\[x\]|7331|42s|qcm/)
})

const KINDS = {
  choice: `data-none\n- [ ] a\n  > canary1\n- [ ] b\n`,
  number: `="number"\n- [x] 7331 ± 7332\n- [ ] 7333\n  > canary1\n`,
  text: `="text"\n- [x] canary1\n- [x] \`canary2\`\n- [ ] canary3\n  > canary4\n`,
  words: `="words"\n`,
  scale: `="scale" data-min="0" data-max="7331" data-labels="canary1|canary2"\n`.replace('7331', '5'),
  order: `="order"\n1. a\n2. b\n3. c\n`,
}

function asked(kind: string, attributes = '', explained = '> canary9') {
  const [settings = '', ...list] = (KINDS[kind as keyof typeof KINDS] ?? '').split('\n')
  const marks = settings.startsWith('=') ? settings : ` ${settings}`
  return only(`<!-- .slide: data-qcm${marks} ${attributes} -->\n# Which?\n\n${list.join('\n')}\n${explained}\n`)
}

test('the slide of a question of any kind holds no answer, feedback, explanation or setting', () => {
  for (const kind of Object.keys(KINDS)) {
    const { question, html, assets, attributes, id, title } = asked(kind, 'data-points="7334" data-read="35s"')
    expect(question, kind).toMatchObject({ kind, points: 7334, explanation: '<p>canary9</p>' })
    const seen = JSON.stringify({ html, assets, attributes, id, title })
    expect(seen, kind).not.toMatch(/canary|checked|checkbox|\[x\]|733|35s|qcm|place|right/)
  }
})

test('the slide of a question is the same whatever is right', () => {
  const shown = (kind: string, list: string) => {
    const slide = only(`<!-- .slide: data-qcm="${kind}" -->\n# Which?\n\n${list}`)
    expect(slide.question?.kind).toBe(kind)
    return JSON.stringify([slide.id, slide.html, slide.attributes, slide.title, slide.question?.id])
  }
  const same: [kind: string, one: string, other: string][] = [
    ['choice', '- [x] a\n- [ ] b', '- [ ] a\n- [x] b\n\n> because'],
    ['number', '- [x] 1', '- [x] 2 ± 1\n- [ ] 7\n  > no'],
    ['text', '- [x] a', '- [x] b\n- [x] c\n\n> because'],
  ]
  for (const [kind, one, other] of same) expect(shown(kind, one), kind).toBe(shown(kind, other))
})

test('letters and places of items to put in order come from what they say, never from how they were written', () => {
  const shown = (items: string[]) => {
    const { id, html, title } = only(`<!-- .slide: data-qcm="order" -->\n# Which?\n\n1. ${items.join('\n1. ')}`)
    return JSON.stringify([id, html, title])
  }
  const dealt = shown(['one', 'two', 'three', 'four'])
  expect(shown(['four', 'two', 'one', 'three'])).toBe(dealt)
  expect(shown(['two', 'four', 'three', 'one'])).toBe(dealt)
})

test('a broken question of any kind shows what is wrong, and no answer, however it is written', () => {
  const broken = [
    ...Object.keys(KINDS).map(kind => asked(kind, 'data-time="soon"')),
    ...[
      '="number"\n- 7331\n- 7332',
      '="number"\n- [x] 7331 cm',
      '="number"\n[x] 7331',
      '="number"\n    - [x] 7331\n',
      '="text"\n- [x] canary1\n-[x] canary2',
      '\n- [ ] canary1\n-[x] canary2\n- [ ] canary3',
      '\n- [ ] canary1\n- [ ] canary2\n\n[x] canary3',
      '="number" data-id="a b"\n-[x] 7331',
      '="number" data-id="a b"\n    - [x] 7331',
      '="text"\n- [x] canary1\n- [ ] canary1',
      '="text"\n- canary1',
      `="text"\n- [x] ${'canary1 '.repeat(40)}`,
      '="words"\n- canary1',
      '="scale"\n- [x] 7331',
      '="order"\n- canary1\n- canary2',
      '="order"\n1. canary1\n2. canary1',
      '="order"\n1. [x] canary1\n2. [ ] canary2',
      '="nubmer"\n- [x] 7331\n\n1. canary1',
      ' data-scoring="amc" data-bareme="z=1"\n- [x] canary1\n- [ ] b',
    ].map(written => only(`<!-- .slide: data-qcm${written.replace('\n', ' -->\n# Which?\n\n')}\n\n> canary9\n`)),
  ]
  for (const { question, html, title, id } of broken) {
    expect(question).toBeUndefined()
    expect(html.join()).toContain('<p class="mistake">line ')
    expect(JSON.stringify([html, title, id])).not.toMatch(/canary|733|checkbox|<ul|<li/)
  }
})

test('a broken question whose slide has scripts keeps its answers from the screen’s frame too', () => {
  const text = '<!-- .slide: data-qcm data-time="soon" -->\n# Q\n\n- [x] canary1\n- [ ] b\n\n<script>1</script>'
  const [[slide] = []] = parse(text, { assets: '/a/', seed: '', scripts: [] }).slides
  expect(JSON.stringify(slide)).not.toMatch(/canary/)
})

test('a broken question shows what is wrong, and neither boxes nor answers', () => {
  const broken = [
    SECRETS.replace('42s', 'soon'),
    SECRETS.replace('- [ ] a', '- [] a'),
    SECRETS.replace('data-qcm', 'data-qcm="order"'),
    SECRETS.replace('### Which?', ''),
    SECRETS.replace('- [ ] a\n', '- [ ]\n'),
  ]
  for (const text of broken) {
    const { question, html } = only(text)
    expect(question).toBeUndefined()
    expect(html.join()).toContain('<p class="mistake">line ')
    expect(html.join().replace(/<p class="mistake">.*?<\/p>/g, '')).not.toMatch(/canary|check|\[x\]|<ul|<ol/)
  }
})
