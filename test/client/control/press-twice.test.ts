import { expect, test } from 'vitest'
import { createPressTwice } from '../../../client/control/press-twice.ts'

function press() {
  const time = { now: 0 }
  const [said, done]: [string[], string[]] = [[], []]
  const ask = createPressTwice(
    text => void said.push(text),
    () => time.now,
  )
  const at = (now: number, title = 'stop') => {
    time.now = now
    ask({ title, again: `again: ${title}`, go: () => void done.push(title) })
  }
  return { at, said, done }
}

test('the first press asks, and a later one goes', () => {
  const { at, said, done } = press()
  at(0)
  expect([said, done]).toEqual([['again: stop'], []])
  at(1_500)
  expect([said.at(-1), done]).toEqual(['', ['stop']])
})

test('presses in quick succession are one accident', () => {
  const { at, done } = press()
  for (const now of [0, 300, 900, 1_500, 2_400]) at(now)
  expect(done).toEqual([])
  at(3_500)
  expect(done).toEqual(['stop'])
})

test('what was asked long ago, or about something else, is asked again', () => {
  const { at, said, done } = press()
  at(0)
  at(11_000)
  at(13_000, 'start')
  expect([said, done]).toEqual([['again: stop', 'again: stop', 'again: start'], []])
})

test('what has been done is asked about anew', () => {
  const { at, done } = press()
  for (const now of [0, 2_000, 4_000]) at(now)
  expect(done).toEqual(['stop'])
})
