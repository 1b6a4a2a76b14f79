/** What every deck source must do: each sentence of server/deck/source/source.ts, as tests. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { DeckError } from '../../../server/deck/mistake.ts'
import type { DeckSource, Edit } from '../../../server/deck/source/source.ts'

export interface Place {
  source: DeckSource
  /** Makes this the deck's text. */
  write(markdown: string): Promise<void>
  /** Puts a file beside the deck, or another in its place. @param path relative to the deck's folder */
  add(path: string, content: string): Promise<void>
  remove(): Promise<void>
}

/** @param makePlace makes one for each test, with any deck in it */
export function holdsContract(name: string, makePlace: () => Promise<Place>) {
  describe(name, () => {
    let place: Place
    const stops: (() => void)[] = []

    beforeEach(async () => {
      place = await makePlace()
      await place.write('# As it was')
    })
    afterEach(async () => {
      for (const stop of stops.splice(0)) stop()
      await place.remove()
    })

    /** What a follower has heard: the title of a deck, or what is wrong. */
    async function follow(onEdit: (edit: Edit) => void | Promise<void> = () => {}) {
      const heard: string[] = []
      const stop = place.source.follow(await place.source.read(), edit => {
        heard.push('deck' in edit ? edit.deck.title : edit.mistakes.map(({ message }) => message).join())
        return onEdit(edit)
      })
      stops.push(stop)
      return { heard, stop }
    }

    const until = (heard: string[], last: string) => vi.waitFor(() => expect(heard.at(-1)).toMatch(last), 10_000)

    test('the deck is read as it is', async () => {
      expect((await place.source.read()).title).toBe('As it was')
      await place.write('# Edited')
      expect((await place.source.read()).title).toBe('Edited')
    })

    test('a deck that cannot be presented is refused with its mistakes', async () => {
      await place.write('---\ntitle: [broken\n---\n# A')
      await expect(place.source.read()).rejects.toBeInstanceOf(DeckError)
    })

    test('a file beside the deck is found by its path', async () => {
      await place.add('picture.png', 'x')
      await place.add('img/two words.png', 'x')
      expect(await place.source.file('picture.png')).toMatch(/^[/\\]|^[A-Z]:/)
      expect(await place.source.file('img/two words.png')).toBeDefined()
    })

    test.each([
      '',
      '.',
      '..',
      'img',
      'missing.png',
      '.hidden.png',
      'img/.hidden.png',
      '../deck.md',
      'img/../picture.png',
      '/picture.png',
      'img\\one.png',
      'picture.png\0',
    ])('there is no file to serve by the path %j', async path => {
      for (const there of ['picture.png', '.hidden.png', 'img/one.png', 'img/.hidden.png']) await place.add(there, 'x')
      expect(await place.source.file(path)).toBeUndefined()
    })

    test('a follower hears of each edit, and not of what was there before', async () => {
      const { heard } = await follow()
      await place.write('# First edit')
      await until(heard, 'First edit')
      await place.write('# Second edit')
      await until(heard, 'Second edit')
      expect(heard).not.toContain('As it was')
    })

    test('what cannot be shown is reported as mistakes, and the next that can be is a deck again', async () => {
      const { heard } = await follow()
      await place.write('---\ntitle: [broken\n---\n# A')
      await until(heard, 'YAML')
      await place.write('<!-- .slide: data-qcm -->\n# A question without choices')
      await until(heard, 'no choices')
      await place.write('# Mended')
      await until(heard, 'Mended')
    })

    test('a picture that changes is an edit, also one that an edit has brought', async () => {
      const { heard } = await follow()
      await place.add('picture.png', 'x')
      await place.write('# With a picture\n\n![](picture.png)')
      await until(heard, 'With a picture')
      const before = heard.length
      await place.add('picture.png', 'another')
      await vi.waitFor(() => expect(heard.length).toBeGreaterThan(before), 10_000)
    })

    test('a follower that throws hears of the next edit all the same', async () => {
      const { heard } = await follow(() => {
        throw new Error('a follower with a bug')
      })
      await place.write('# First edit')
      await until(heard, 'First edit')
      await place.write('# Second edit')
      await until(heard, 'Second edit')
    })

    test('a follower that was stopped hears nothing more, and the others do', async () => {
      const left = await follow()
      const stayed = await follow()
      left.stop()
      left.stop()
      await place.write('# Edited')
      await until(stayed.heard, 'Edited')
      expect(left.heard).toEqual([])
    })
  })
}
