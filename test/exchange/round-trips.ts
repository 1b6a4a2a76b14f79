/** Generates questions for round trips through each format. */
import fc from 'fast-check'
import type { Deck } from '../../server/deck/deck.ts'
import { parse } from '../../server/deck/parse.ts'
import type { Question } from '../../server/deck/question-types.ts'
import { create } from '../../server/deck/render/element.ts'
import { readers, writers } from '../../server/exchange/format.ts'
import { formulaElement } from '../../server/exchange/formula-element.ts'
import type { Content, Item, Readable } from '../../server/exchange/question-item.ts'
import { FILES, itemsOf } from '../../server/exchange/read/deck.ts'
import { writeSlides } from '../../server/exchange/write/deck.ts'

export const parsed = (text: string): Deck => parse(text, { assets: FILES, seed: 'seed' })

export const questionsOf = (deck: Deck): Question[] => deck.slides.flat().flatMap(({ question }) => question ?? [])

/** Writes a deck in a format and reads it back as a deck. */
export function back(deck: Deck, format: Readable) {
  const written = writers[format](itemsOf(deck), deck)
  const read = readers[format](written.text, ['True', 'False'])
  const again = writeSlides(read.items)
  return { written, read, text: again.text, deck: parsed(again.text) }
}

/** All characters with a meaning in Markdown, GIFT, HTML, maths or AMC-TXT. */
const PIECES =
  'a|B|é|word|some words|3|1.|- |+ |# |*|**|_|__|`|``|\\|\\\\|~|~~|=|==|#|####|{|}|:|::|$|$$|[|]|[[|]]|(|)|<|>|</p>|<b>|<!--|-->|&|&amp;|&lt;|!|->|%|%50%|"|\'|^|//|http://x.y|www.x.y|a@b.c|Note:|ANSWER: A|A. |T|TRUE|[html]|\\n|---|1822:1|[x]|[*|*]|[|code|]|,|.|?| '
    .split('|')
    .concat('|')

/** A line of text with at least one letter. */
export const plainText = (pieces = PIECES) =>
  fc
    .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 7 })
    .map(list => `w${list.join('')}`.replace(/\s+/g, ' ').trim())

const inline = (pieces?: string[]): fc.Arbitrary<Content> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: plainText(pieces).map((value): Content => [{ type: 'text', value }]) },
        plainText(pieces).map((value): Content => [create('code', {}, [{ type: 'text', value }])]),
        fc.constantFrom('a_1*b', '\\frac{1}{2}', 'x^2', '\\{a\\}').map((tex): Content => [formulaElement(tex, false)]),
        fc.constantFrom('one', 'two words').map((value): Content => [create('strong', {}, [{ type: 'text', value }])]),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map(parts => parts.flatMap((part, index) => (index > 0 ? [{ type: 'text' as const, value: ' ' }, ...part] : part)))

/** Choices, one or several of them right. */
export const choices = ({
  several,
  comments,
  pieces,
}: {
  several: boolean
  comments: boolean
  pieces?: string[]
}): fc.Arbitrary<Item> =>
  fc
    .record({
      prompt: inline(pieces),
      entries: fc.array(fc.record({ content: inline(pieces), right: fc.boolean(), feedback: inline(pieces) }), {
        minLength: several ? 3 : 2,
        maxLength: 5,
      }),
      explanation: fc.option(inline(pieces), { nil: undefined }),
      first: fc.nat(1),
      partial: fc.boolean(),
    })
    .map(({ prompt, entries, explanation, first, partial }): Item => {
      const rights = entries.map(({ right }, index) =>
        several ? index < 2 || (right && index < entries.length - 1) : index === first,
      )
      return {
        kind: 'choice',
        line: 1,
        prompt,
        points: 1,
        multiple: several,
        shuffle: false,
        none: '',
        ...(several && partial && { scoring: { scheme: 'partial' as const } }),
        ...(comments && explanation && { explanation }),
        entries: entries.map(({ content, feedback }, index) => ({
          content,
          right: rights[index] ?? false,
          ...(comments && index % 2 === 0 && { feedback }),
        })),
      }
    })

const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map(number => number / 1000)

export const numbers: fc.Arbitrary<Item> = fc
  .record({
    prompt: inline(),
    entries: fc.array(fc.record({ value, tolerance: value.map(Math.abs), right: fc.boolean(), feedback: inline() }), {
      minLength: 1,
      maxLength: 3,
    }),
  })
  .map(({ prompt, entries }) => ({
    kind: 'number' as const,
    line: 1,
    prompt,
    points: 1,
    entries: entries.map((entry, index) => ({ ...entry, right: entry.right || index === 0 })),
  }))

export const texts: fc.Arbitrary<Item> = fc
  .record({
    prompt: inline(),
    entries: fc.array(
      plainText().filter(text => !text.includes('->')),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ prompt, entries }) => ({
    kind: 'text' as const,
    line: 1,
    prompt,
    points: 1,
    entries: entries.map(text => ({ text, right: true })),
  }))

/** A deck of these questions, each with a different name. */
export const deckOf = (items: Item[]): Deck =>
  parsed(writeSlides(items.map((item, index) => ('points' in item ? { ...item, id: `q${index}` } : item))).text)
