/** Small decks made by hand, for tests of what happens to a deck rather than of how it is parsed. */
import type { Deck, Slide } from '../../server/deck/deck.ts'
import type { Choice, ChoiceQuestion } from '../../server/deck/question-types.ts'
import { withNumbers } from '../../server/deck/render/slide-number.ts'

export function deckOf(...stacks: Slide[][]): Deck {
  return {
    version: 'v1',
    title: 'Test',
    lang: 'en',
    theme: 'white',
    highlightTheme: 'github',
    options: {},
    inbox: 'moderated',
    pulse: true,
    css: [],
    scripts: [],
    ...withNumbers(stacks, {}),
    mistakes: [],
  }
}

/** A slide with as many steps as texts beyond the first; step by step the texts add up. */
export function slideOf(id: string, texts: string[], more: Partial<Slide> = {}): Slide {
  const html = texts.map((_text, index) =>
    texts
      .slice(0, index + 1)
      .map(text => `<p>${text}</p>`)
      .join(''),
  )
  return {
    id,
    number: '1',
    line: 1,
    title: id,
    attributes: {},
    html,
    assets: texts.map(() => []),
    notes: `notes of ${id}`,
    ...more,
  }
}

export function questionOf(
  id: string,
  right: (boolean | undefined)[],
  more: Partial<ChoiceQuestion> = {},
): ChoiceQuestion {
  const choices = right.map((isRight, index): Choice => {
    const key = 'ABCDEFGHIJKL'.charAt(index)
    return {
      key,
      html: `choice ${key}`,
      text: `choice ${key}`,
      feedback: `feedback ${key}`,
      ...(isRight !== undefined && { right: isRight }),
    }
  })
  return {
    id,
    kind: 'choice',
    multiple: right.filter(Boolean).length > 1,
    prompt: `prompt of ${id}`,
    text: `prompt of ${id}`,
    choices,
    explanation: `explanation of ${id}`,
    points: 1,
    live: false,
    ...more,
  }
}
