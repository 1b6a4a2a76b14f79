import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import { createView } from '../../../client/student/slide/view.ts'

test('a slide is shown as it is until one cannot be read', () => {
  const { view } = phone()
  expect(view.now.value).toBe('slide')
  view.tooSmall()
  expect(view.now.value).toBe('reading')
})

test('a turned phone tries the slide again, and once turned back still knows it was too small', () => {
  const { view, width } = phone()
  view.tooSmall()
  width.value = 844
  expect(view.now.value).toBe('slide')
  width.value = 390
  expect(view.now.value).toBe('reading')
})

test('a slide that is too small on the wide side too is read on both', () => {
  const { view, width } = phone()
  width.value = 844
  view.tooSmall()
  expect(view.now.value).toBe('reading')
  width.value = 390
  expect(view.now.value).toBe('reading')
})

test('the choice of the student stands against every slide', () => {
  const { view } = phone()
  view.tooSmall()
  view.choose('slide')
  view.tooSmall()
  expect(view.now.value).toBe('slide')
})

test('the choice is remembered on the phone, and what is no choice is not', () => {
  const { view, kept } = phone()
  view.choose('reading')
  expect(phone(kept).view.now.value).toBe('reading')
  expect(phone(new Map([...kept.keys()].map(name => [name, 'upside down']))).view.now.value).toBe('slide')
})

function phone(kept = new Map<string, string>()) {
  const width = signal(390)
  const store = {
    get: (name: string) => kept.get(name),
    set: (name: string, text: string) => void kept.set(name, text),
  }
  return { view: createView(store, width), width, kept }
}
