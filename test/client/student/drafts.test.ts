import { signal } from '@preact/signals'
import { describe, expect, test } from 'vitest'
import type { You } from '#wire/messages'
import type { PollView } from '#wire/poll-view'
import type { Answer, Kept } from '../../../client/student/kept-command.ts'
import { createDrafts } from '../../../client/student/question/drafts.ts'
import { memory } from './outbox/bench.ts'

describe('what was entered and not sent', () => {
  test('is kept for each question of a quiz, through a reload', () => {
    const phone = start()
    phone.drafts.enter(poll('a'), ['Lima'], 'Lima')
    phone.drafts.enter(poll('b'), ['Qui'])
    phone.drafts.enter(poll('a'), ['Lim'], 'Lim')
    const later = start(phone.store)
    expect(later.drafts.entered(poll('a'))?.fields).toEqual(['Lim'])
    expect(later.drafts.entered(poll('b'))?.fields).toEqual(['Qui'])
    expect(later.drafts.entered({ ...poll('a'), round: 2 })).toBeUndefined()
  })

  test('is sent when the time is up, as far as it is complete', () => {
    const phone = start()
    phone.drafts.enter(poll('a'), ['Lima'], 'Lima')
    phone.drafts.enter(poll('b'), ['Qui'])
    phone.polls.value = [poll('a', 'closed'), poll('b', 'closed')]
    expect(phone.put).toEqual([{ at: 7, command: { type: 'answer', poll: 'a', round: 1, value: 'Lima' } }])
    expect(phone.drafts.entered(poll('b'))?.closed).toBe(true)
  })

  test('is not sent where the server has the same', () => {
    const phone = start()
    phone.you.value = { id: 's', token: 't', answers: { a: { round: 1, value: 'Lima', at: 1 } } }
    phone.drafts.enter(poll('a'), ['Lima'], 'Lima')
    phone.polls.value = []
    expect(phone.put).toEqual([])
    expect(phone.drafts.entered(poll('a'))).toBeUndefined()
  })

  test('is forgotten once it was taken, and stays in sight when it came too late', () => {
    const phone = start()
    phone.drafts.enter(poll('a'), ['Lima'], 'Lima')
    phone.drafts.settled(answer('a', 'Quito'), undefined)
    expect(phone.drafts.entered(poll('a'))?.value).toBe('Lima')
    phone.drafts.settled(answer('a', 'Lima'), undefined)
    expect(phone.drafts.entered(poll('a'))).toBeUndefined()
    phone.polls.value = [poll('a', 'closed')]
    phone.drafts.settled(answer('a', 'Lima'), 'already-closed')
    expect(phone.drafts.entered(poll('a'))).toMatchObject({ fields: ['Lima'], closed: true })
  })

  test('waits until the class has said what is asked', () => {
    const store = memory()
    start(store).drafts.enter(poll('a'), ['Lima'], 'Lima')
    const later = start(store, false)
    expect(later.put).toEqual([])
    later.poll.value = null
    expect(later.put).toHaveLength(1)
  })

  test('is nothing where the phone’s store is damaged', () => {
    for (const text of ['{', 'null', '{}', '[null, 1, {"poll":"a","round":1,"at":1}]']) {
      const store = memory()
      store.set('drafts', text)
      expect(start(store).drafts.entered(poll('a'))).toBeUndefined()
    }
  })
})

function start(store = memory(), said = true) {
  const single = signal<PollView | null | undefined>(said ? null : undefined)
  const polls = signal<PollView[]>(said ? [poll('a'), poll('b')] : [])
  const you = signal<You | undefined>(undefined)
  const put: Kept[] = []
  const drafts = createDrafts({
    store,
    name: 'drafts',
    poll: single,
    polls,
    you,
    now: () => 7,
    put: kept => void put.push(kept),
  })
  return { store, poll: single, polls, you, put, drafts }
}

const answer = (poll: string, value: string): Kept<Answer> => ({
  at: 1,
  command: { type: 'answer', poll, round: 1, value },
})

const poll = (id: string, phase: PollView['phase'] = 'open'): PollView => ({
  id,
  h: 0,
  v: 0,
  kind: 'text',
  multiple: false,
  prompt: '',
  choices: [],
  survey: false,
  points: 1,
  round: 1,
  phase,
})
