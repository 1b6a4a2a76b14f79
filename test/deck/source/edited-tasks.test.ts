/** Tasks of a deck that is edited in class: what the lesson knows them by. */
import { expect, test } from 'vitest'
import type { Deck } from '../../../server/deck/deck.ts'
import { parse } from '../../../server/deck/parse.ts'
import { aliasesBetween, withLessonIds } from '../../../server/deck/source/match-edited-slides.ts'
import { options } from '../one-slide.ts'

const WORKSHOP = '<!-- .slide: data-segment="workshop" -->\n# Workshop\n\n'
const BEFORE = `${WORKSHOP}- [ ] Install the tools\n- [ ] Write a small Dockerfile\n  > a hint\n\n----\n\n## Run\n\n- [ ] Run the image`

const deckOf = (text: string) => parse(text, options)

/** Id → text of all tasks after an edit, by the ids that the lesson knew them by before. */
function edited(before: Deck, text: string): { deck: Deck; tasks: [id: string, text: string][] } {
  const fresh = deckOf(text)
  const deck = withLessonIds(fresh, aliasesBetween(before, fresh))
  for (const { html, tasks = [] } of deck.slides.flat()) {
    const marked = [...(html.at(-1) ?? '').matchAll(/data-task="([^"]*)"/g)].map(([, id]) => id)
    expect(marked).toEqual(tasks.map(({ id }) => id))
  }
  return { deck, tasks: deck.slides.flat().flatMap(({ tasks = [] }) => tasks.map(({ id, text }) => [id, text])) }
}

const [INSTALL, WRITE, RUN] = ['install-the-tools', 'write-a-small-dockerfile', 'run-the-image']

test.each<[what: string, from: string, to: string, tasks: [string, string][]]>([
  [
    'that is reworded keeps its id',
    'Write a small',
    'Write the small',
    [
      [INSTALL, 'Install the tools'],
      [WRITE, 'Write the small Dockerfile'],
      [RUN, 'Run the image'],
    ],
  ],
  [
    'that is put before another has an id of its own',
    '- [ ] Install',
    '- [ ] Open a terminal\n- [ ] Install',
    [
      ['open-a-terminal', 'Open a terminal'],
      [INSTALL, 'Install the tools'],
      [WRITE, 'Write a small Dockerfile'],
      [RUN, 'Run the image'],
    ],
  ],
  [
    'that moves to another slide is the same',
    '- [ ] Write a small Dockerfile\n  > a hint\n\n----\n\n## Run\n',
    '\n----\n\n## Run\n\n- [ ] Write a small Dockerfile\n  > a hint',
    [
      [INSTALL, 'Install the tools'],
      [WRITE, 'Write a small Dockerfile'],
      [RUN, 'Run the image'],
    ],
  ],
  [
    'that takes the place of a deleted one is another',
    'Write a small Dockerfile',
    'Look at three logs',
    [
      [INSTALL, 'Install the tools'],
      ['look-at-three-logs', 'Look at three logs'],
      [RUN, 'Run the image'],
    ],
  ],
])('a task %s', (_, from, to, tasks) => {
  expect(edited(deckOf(BEFORE), BEFORE.replace(from, to)).tasks).toEqual(tasks)
})

test('a task that is reworded again keeps its first id, and may go back to its first words', () => {
  const once = edited(deckOf(BEFORE), BEFORE.replace('Write a', 'Write the'))
  expect(once.tasks[1]).toEqual([WRITE, 'Write the small Dockerfile'])
  const twice = edited(once.deck, BEFORE.replace('Write a small', 'Write the smallest'))
  expect(twice.tasks[1]).toEqual([WRITE, 'Write the smallest Dockerfile'])
  expect(edited(twice.deck, BEFORE).tasks[1]).toEqual([WRITE, 'Write a small Dockerfile'])
})

test('an id that the text gives to a task stays there, whatever a reworded task was called', () => {
  const text = BEFORE.replace('Write a', 'Write the').replace('Run the image', 'Write a small Dockerfile')
  const aliases = { slides: {}, polls: {}, tasks: { 'write-the-small-dockerfile': WRITE } }
  const ids = withLessonIds(deckOf(text), aliases).slides.flatMap(stack => stack.flatMap(({ tasks = [] }) => tasks))
  expect(ids.map(({ id }) => id)).toEqual([INSTALL, 'write-the-small-dockerfile', WRITE])
})

test('a hint that is edited changes neither its task nor its slide', () => {
  const [before, after] = [deckOf(BEFORE), deckOf(BEFORE.replace('a hint', 'another one'))]
  expect(aliasesBetween(before, after)).toEqual({ slides: {}, polls: {}, tasks: {} })
})
