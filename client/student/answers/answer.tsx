/** The way to answer a question: one control a kind. */
import type { ComponentType } from 'preact'
import type { PollView } from '#wire/messages'
import './answers.css'
import { ChoiceAnswer } from './choice.tsx'
import { NumberAnswer } from './number.tsx'
import { OrderAnswer } from './order.tsx'
import type { AnswerProps } from './props.ts'
import { ScaleAnswer } from './scale.tsx'
import { TextAnswer } from './text.tsx'
import { WordsAnswer } from './words.tsx'

const controls: Record<PollView['kind'], ComponentType<AnswerProps>> = {
  choice: ChoiceAnswer,
  number: NumberAnswer,
  text: TextAnswer,
  words: WordsAnswer,
  scale: ScaleAnswer,
  order: OrderAnswer,
}

export function Answer(props: AnswerProps) {
  const Control = controls[props.poll.kind]
  return <Control {...props} />
}
