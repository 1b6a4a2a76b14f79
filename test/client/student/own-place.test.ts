import { batch, signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { DeckView } from '#wire/deck-view'
import type { Slices } from '#wire/messages'
import { createOwnPlace } from '../../../client/student/paging/own-place.ts'
import { memory } from './outbox/bench.ts'

describe('the place of a phone', () => {
  test('is the class’s, step by step, where phones follow', () => {
    const phone = start('class')
    phone.classAt(1, 0)
    expect(phone.own.place.value).toMatchObject({ h: 1, v: 0, f: 0 })
    expect(phone.own.away.value).toBe(false)
  })

  test('stays where it is at one’s own pace, with the slide whole', () => {
    const phone = start('self')
    phone.classAt(3)
    expect(phone.at()).toBe('a')
    expect(phone.own.place.value?.f).toBe(2)
    expect(phone.own.away.value).toBe(true)
  })

  test('walks through the slides, and to the class’s', () => {
    const phone = start('self')
    phone.own.turn(1)
    phone.own.turn(1)
    expect(phone.at()).toBe('c')
    phone.classAt(4)
    phone.own.turn(-1)
    expect(phone.at()).toBe('b')
    phone.own.go(undefined)
    expect([phone.at(), phone.own.away.value]).toEqual(['e', false])
    expect(phone.own.place.value?.f).toBe(2)
    phone.classAt(1)
    expect(phone.at()).toBe('e')
  })

  test('outlives a reload, and edits that move its slide', () => {
    const phone = start('self')
    phone.own.go({ h: 2, v: 0 })
    const later = start('self', { store: phone.store, ids: ['new', 'a', 'b', 'c', 'd', 'e'] })
    expect(later.at()).toBe('c')
    expect(later.own.place.value).toMatchObject({ h: 3, v: 0 })
  })

  test('is the slide beside, once its own is gone', () => {
    const phone = start('self')
    phone.own.go({ h: 4, v: 0 })
    expect(start('self', { store: phone.store, ids: ['a', 'b', 'c'] }).at()).toBe('c')
  })

  test('of who comes late is the class’s slide', () => {
    const late = start('self', { at: 3 })
    expect(late.at()).toBe('d')
    late.classAt(0)
    expect(late.at()).toBe('d')
  })

  test('is the class’s when the presenter brings everyone, and goes on from there', () => {
    const phone = start('self')
    phone.own.go({ h: 2, v: 0 })
    phone.classAt(4)
    phone.segment('workshop', 'class')
    expect([phone.at(), phone.own.paceSet.value]).toEqual(['e', 'brought'])
    phone.classAt(3)
    expect(phone.at()).toBe('d')
    phone.segment('workshop', 'self')
    phone.classAt(0)
    expect([phone.at(), phone.own.paceSet.value]).toEqual(['d', 'let-go'])
  })

  test('is kept by who has paged away meanwhile', () => {
    const phone = start('self')
    phone.segment('workshop', 'class')
    phone.own.go({ h: 2, v: 0 })
    phone.segment('workshop', 'self')
    expect(phone.at()).toBe('c')
  })

  test('follows into another segment, and is found again on the way back', () => {
    const phone = start('self')
    phone.own.go({ h: 2, v: 0 })
    phone.segment('end', 'class', 4)
    expect([phone.at(), phone.own.paceSet.value]).toEqual(['e', undefined])
    phone.segment('workshop', 'self', 0)
    expect(phone.at()).toBe('c')
  })

  test('of who looks back goes on with the class into another segment, and not before', () => {
    const phone = start('class', { at: 3 })
    phone.own.go({ h: 1, v: 0 })
    phone.classAt(2)
    expect(phone.at()).toBe('b')
    phone.segment('quiz', 'class', 4)
    expect(phone.at()).toBe('e')
  })

  test('is the class’s where the phone’s store is damaged', () => {
    const store = memory()
    for (const text of ['{', 'null', '{"workshop":{"id":1}}', '{"workshop":null}']) {
      store.set('places', text)
      expect(start('self', { store, at: 1 }).at()).toBe('b')
    }
  })
})

function start(pace: 'class' | 'self', { store = memory(), ids = ['a', 'b', 'c', 'd', 'e'], at = 0 } = {}) {
  const deck = signal<DeckView | undefined>(undefined)
  const position = signal<Slices['position']>(undefined)
  const segment = signal<Slices['segment']>(undefined)
  const own = createOwnPlace({ link: { deck, slices: { position, segment } }, store, name: 'places' })
  const phone = {
    own,
    store,
    at: () => own.slide.value?.id,
    classAt(h: number, f = -1) {
      position.value = { h, v: 0, f, blank: false }
    },
    segment(id: string, pace: 'class' | 'self', h = position.peek()?.h ?? 0) {
      batch(() => {
        phone.classAt(h)
        segment.value = { id, kind: 'workshop', title: '', pace, enteredAt: 0 }
      })
    },
  }
  phone.segment('workshop', pace, at)
  deck.value = deckOf(ids)
  return phone
}

const deckOf = (ids: string[]): DeckView => ({
  version: ids.join(),
  title: '',
  lang: '',
  theme: 'white',
  highlightTheme: 'monokai',
  options: {},
  css: [],
  slides: ids.map(id => [{ id, number: '', steps: 3, step: 2, attributes: {}, html: '' }]),
})
