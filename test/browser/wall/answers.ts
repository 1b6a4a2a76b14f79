/** What three students answer to each question for the wall. */
import { expect } from 'vitest'
import type { PollView, Value } from '../../../server/wire/poll-view.ts'
import type { Client } from '../../support/amphi.ts'

export async function answerAll(students: Client[], poll: string): Promise<void> {
  for (const [index, student] of students.entries()) {
    await student.until(view => view.poll?.id === poll && view.poll.phase === 'open')
    if (!student.view.poll) throw new Error('no question')
    const sent = await student.send({ type: 'answer', poll, round: 1, value: answer(student.view.poll, index) })
    expect(sent.ok).toBe(true)
  }
}

function answer({ id, kind, choices, scale }: PollView, student: number): Value {
  switch (kind) {
    case 'choice':
      return [student % choices.length]
    case 'number':
      return id === 'large' ? ([299_792_458, 300_000_000, -1e9][student] ?? 0) : 3 + student / 10
    case 'text':
      return ['Paris', 'Lyon', 'paris'][student] ?? ''
    case 'words':
      return ['ship, isolation', 'image, layers', 'ship'][student] ?? ''
    case 'scale':
      return (scale?.min ?? 0) + student
    case 'order':
      return choices.map((_choice, index) => index)
    default:
      return kind satisfies never
  }
}
