/** Questions that a format can express survive a round trip, whatever characters they contain. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { create } from '../../server/deck/render/element.ts'
import { withoutMarkup } from '../../server/exchange/content.ts'
import type { Item } from '../../server/exchange/question-item.ts'
import { writeSlides } from '../../server/exchange/write/deck.ts'
import { back, choices, deckOf, numbers, parsed, plainText, questionsOf, texts } from './round-trips.ts'

fc.configureGlobal({ seed: 1948, numRuns: 60 })

const list = (arbitrary: fc.Arbitrary<Item>) => fc.array(arbitrary, { minLength: 1, maxLength: 4 })

test('plain text appears unchanged in a deck, whatever it means in Markdown', () => {
  fc.assert(
    fc.property(plainText(), plainText(), (prompt, choice) => {
      const content = (value: string) => [{ type: 'text' as const, value }]
      const item = {
        ...{ kind: 'choice' as const, line: 1, points: 1, multiple: false, shuffle: false, none: '' },
        prompt: [create('p', {}, content('Which?')), create('p', {}, content(prompt))],
        entries: [prompt, choice].map((text, index) => ({
          content: content(text),
          right: index === 0,
          feedback: content(choice),
        })),
        explanation: content(prompt),
      }
      const deck = parsed(writeSlides([item]).text)
      const [question] = questionsOf(deck)
      if (question?.kind !== 'choice') throw new Error(JSON.stringify(deck.mistakes))
      expect(question.choices.map(({ text }) => text)).toEqual(
        [prompt, choice].map(text => withoutMarkup(content(text))),
      )
      expect(deck.slides).toHaveLength(1)
      expect(deck.slides[0]?.[0]?.notes).toBeUndefined()
      expect(deck.mistakes).toEqual([])
    }),
  )
})

test('GIFT keeps choices, numbers, texts, feedback and explanations', () => {
  const any = fc.oneof(
    choices({ several: false, comments: true }),
    choices({ several: true, comments: true }),
    numbers,
    texts,
  )
  fc.assert(
    fc.property(list(any), items => {
      const deck = deckOf(items)
      const there = back(deck, 'gift')
      expect(questionsOf(there.deck)).toEqual(questionsOf(deck))
      expect(there.read.mistakes.filter(({ level }) => level === 'error')).toEqual([])
    }),
  )
})

test('AMC-TXT keeps choices with one or several right answers, and their scoring', () => {
  const any = fc.oneof(choices({ several: false, comments: false }), choices({ several: true, comments: false }))
  fc.assert(
    fc.property(list(any), items => {
      const deck = deckOf(items)
      expect(questionsOf(back(deck, 'amc').deck)).toEqual(questionsOf(deck))
    }),
  )
})

test('Aiken keeps plain choices', () => {
  const pieces = ['a', 'word', ' and ', '*', '_', '#', '<b>', '&amp;', '`', 'é', '{', '~', '[', '\\']
  const plain = choices({ several: false, comments: false, pieces })
  fc.assert(
    fc.property(list(plain), items => {
      const deck = deckOf(items.map((item): Item => bare(item)))
      expect(questionsOf(back(deck, 'aiken').deck).map(({ id: _, ...question }) => question)).toEqual(
        questionsOf(deck).map(({ id: _, ...question }) => question),
      )
    }),
  )
})

/** Without markup, which Aiken does not have. */
function bare(item: Item): Item {
  if (item.kind !== 'choice') return item
  const plain = (content: Item['prompt']) => [
    { type: 'text' as const, value: withoutMarkup(content.filter(({ type }) => type === 'text')) || 'w' },
  ]
  return {
    ...item,
    prompt: plain(item.prompt),
    entries: item.entries.map(entry => ({ ...entry, content: plain(entry.content) })),
  }
}
