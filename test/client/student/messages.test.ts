/** The list of messages on a phone: one's own among those that all may read, votes, and an order that holds still. */
import { expect, test } from 'vitest'
import { listed } from '../../../client/student/inbox/messages.ts'
import type { MessageView } from '../../../server/wire/segment-view.ts'

const message = (id: string, votes: number, state: MessageView['state'] = 'open'): MessageView => ({
  id,
  text: `text ${id}`,
  at: Number(id.slice(1)),
  votes,
  state,
})
const nothing = () => undefined
const ids = (list: { id: string }[]) => list.map(({ id }) => id).join(' ')

test('the one on the wall stands first, then those with most votes, and last what is answered', () => {
  const messages = [message('m1', 9, 'answered'), message('m2', 1), message('m3', 4), message('m4', 0, 'shown')]
  expect(ids(listed(messages, {}, nothing, []))).toBe('m4 m3 m2 m1')
})

test('votes and new messages move nothing that is being read', () => {
  const before = listed([message('m1', 2), message('m2', 1)], {}, nothing, [])
  const after = listed(
    [message('m1', 2), message('m2', 7), message('m3', 9)],
    {},
    nothing,
    before.map(({ id }) => id),
  )
  expect(ids(after)).toBe('m1 m2 m3')
})

test('one’s own are known, with those that others cannot read', () => {
  const unread = [{ id: 'm2', text: 'mine', at: 2, state: 'waiting' as const }]
  const list = listed([message('m1', 0), message('m3', 0)], { messages: ['m2', 'm3'], unread }, nothing, [])
  expect(list.map(({ id, own, state }) => [id, own, state])).toEqual([
    ['m2', true, 'waiting'],
    ['m1', false, 'open'],
    ['m3', true, 'open'],
  ])
})

test('a vote is counted from the tap on, and once', () => {
  const vote = (on: boolean | undefined, upvoted: string[]) => {
    const [first] = listed([message('m1', 3)], { upvoted }, () => on, [])
    return [first?.voted, first?.votes]
  }
  expect(vote(undefined, [])).toEqual([false, 3])
  expect(vote(true, [])).toEqual([true, 4])
  expect(vote(true, ['m1'])).toEqual([true, 3])
  expect(vote(false, ['m1'])).toEqual([false, 2])
})
