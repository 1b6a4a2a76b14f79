/** The way to answer a question: one control a kind. */
import type { ComponentType } from 'preact'
import type { PollView } from '#wire/poll-view'
import { fetched } from '../../late.ts'
import './answers.css'
import './scale.css'
import { ChoiceAnswer } from './choice.tsx'
import type { AnswerProps } from './props.ts'

const controls: Record<PollView['kind'], ComponentType<AnswerProps>> = {
  choice: ChoiceAnswer,
  number: fetched(async () => (await import('./number.tsx')).NumberAnswer),
  text: fetched(async () => (await import('./text.tsx')).TextAnswer),
  words: fetched(async () => (await import('./words.tsx')).WordsAnswer),
  scale: fetched(async () => (await import('./scale.tsx')).ScaleAnswer),
  order: fetched(async () => (await import('./order/order.tsx')).OrderAnswer),
}

export function Answer(props: AnswerProps) {
  const Control = controls[props.poll.kind]
  return <Control {...props} />
}
