import { signal } from '@preact/signals'
import { expect, test } from 'vitest'
import type { Command, Slices } from '#wire/messages'
import type { Link } from '../../../client/connection/link.ts'
import { createJoinSign } from '../../../client/control/join-sign.ts'

/** A page of who may drive, with the sign on every wall. */
function page() {
  const sent: Command[] = []
  const lesson = signal<Partial<NonNullable<Slices['lesson']>>>({ joinCode: true })
  const link = {
    slices: { lesson },
    send: async (command: Command) => {
      sent.push(command)
      return { ok: true, seq: 1 }
    },
  } as unknown as Link
  const pressed: string[] = []
  const join = createJoinSign(link)
  const acts = () =>
    join.uncover({
      next: () => void pressed.push('next'),
      step: () => void pressed.push('step'),
      blank: () => void pressed.push('blank'),
    })
  return { join, acts, sent, pressed }
}

test('the first press over the sign takes it away and moves nothing behind it', () => {
  const { join, acts, sent, pressed } = page()
  acts().next?.()
  expect(sent).toEqual([{ type: 'joinCode', shown: false }])
  expect([join.shown.value, pressed]).toEqual([false, []])
  acts().next?.()
  acts().step?.()
  expect(pressed).toEqual(['next', 'step'])
  expect(sent).toHaveLength(1)
})

test('a question is not opened behind the sign, and the wall may go black with it', () => {
  const { acts, sent, pressed } = page()
  acts().blank?.()
  acts().step?.()
  expect(pressed).toEqual(['blank'])
  expect(sent).toEqual([{ type: 'joinCode', shown: false }])
})

test('no press does what could not be done without the sign', () => {
  expect(Object.keys(page().acts())).toEqual(['next', 'step', 'blank'])
})
