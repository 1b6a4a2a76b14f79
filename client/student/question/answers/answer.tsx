/** The way to answer a question: one control a kind. */
import type { ComponentType } from 'preact'
import type { PollView } from '#wire/poll-view'
import { late } from '../../../ui/late.tsx'
import './answers.css'
import { ChoiceAnswer } from './choice.tsx'
import type { AnswerProps } from './props.ts'

const controls: Record<PollView['kind'], ComponentType<AnswerProps>> = {
  choice: ChoiceAnswer,
  number: late(async () => (await import('./number.tsx')).NumberAnswer),
  text: late(async () => (await import('./text.tsx')).TextAnswer),
  words: late(async () => (await import('./words.tsx')).WordsAnswer),
  scale: late(async () => (await import('./scale.tsx')).ScaleAnswer),
  order: late(async () => (await import('./order/order.tsx')).OrderAnswer),
}

export function Answer(props: AnswerProps) {
  const Control = controls[props.poll.kind]
  return <Control {...props} />
}
