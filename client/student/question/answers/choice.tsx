/** The choices of a question: one tap answers a single choice, a button sends several. */

import { byLetter, ChoiceMark } from '../../../ui/choice-mark.tsx'
import { Html } from '../../../ui/html.tsx'
import { AnswerForm } from './form.tsx'
import type { AnswerProps } from './props.ts'
import { picks, ticked } from './ticks.ts'

export function ChoiceAnswer({ poll, own, give, entered, enter }: AnswerProps) {
  const sent = picks(own?.value)
  const open = poll.phase === 'open'
  const picked = entered?.map(Number) ?? sent
  const pick = (index: number, on: boolean) => {
    if (!poll.multiple) return give([index])
    const boxes = ticked(poll.choices, picked, index, on)
    enter(boxes, boxes.length > 0 ? boxes : undefined)
  }
  const send = () => give(picked)
  const choices = (
    <div class="question-choices">
      {byLetter(poll.choices).map(({ key, html, index }) => (
        <label key={key} class="question-choice" data-picked={picked.includes(index)} data-open={open}>
          <ChoiceMark letter={key} />
          <Html class="question-choice-text" html={html} />
          <input
            class="question-choice-input"
            type={poll.multiple ? 'checkbox' : 'radio'}
            name={`${poll.id} ${poll.round}`}
            checked={picked.includes(index)}
            disabled={!open}
            onChange={event => pick(index, event.currentTarget.checked)}
          />
        </label>
      ))}
    </div>
  )
  if (!poll.multiple) return choices
  const changed = String(picked) !== String([...sent].sort((a, b) => a - b))
  return (
    <AnswerForm open={open} ready={changed && picked.length > 0} unsent={changed} send={send}>
      {choices}
    </AnswerForm>
  )
}
