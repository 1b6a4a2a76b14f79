/** A step of a scale: one tap answers. */

import { labelled, labelOf, stepsOf } from '#rules/scale-steps'
import { writeNumber } from '#rules/typed-number'
import { numberLang } from '../../../i18n/words.ts'
import type { AnswerProps } from './props.ts'

/** Steps in a row that a thumb can tell apart, on a small phone and beside a slide. */
const WIDE = 6
const NARROW = 5

export function ScaleAnswer({ poll, own, give }: AnswerProps) {
  const { scale } = poll
  if (!scale) return null
  const steps = stepsOf(scale)
  const labels = labelled(scale)
  const open = poll.phase === 'open'
  return (
    <div class="scale">
      <div
        class="scale-steps"
        style={{ '--columns': columns(steps.length, WIDE), '--few': columns(steps.length, NARROW) }}
      >
        {steps.map(step => {
          const meaning = labelOf(scale, step)
          return (
            <label key={step} class="scale-step" data-picked={own?.value === step} data-open={open}>
              <input
                class="scale-input"
                type="radio"
                name={`${poll.id} ${poll.round}`}
                checked={own?.value === step}
                disabled={!open}
                onChange={() => give(step)}
              />
              <span class="scale-number tabular">
                {writeNumber(step, numberLang.value)}
                {meaning !== undefined && <span class="spoken"> {meaning}</span>}
              </span>
            </label>
          )
        })}
      </div>
      {labels.length > 0 && (
        <p class="scale-labels small" aria-hidden="true">
          {labels.map(({ text, step }) => (
            <span key={text}>
              {step !== undefined && <b class="tabular">{writeNumber(step, numberLang.value)}</b>} {text}
            </span>
          ))}
        </p>
      )}
    </div>
  )
}

/** Columns for so many steps, at most `most` in a row, in rows as even as can be. */
export const columns = (steps: number, most: number): number => Math.ceil(steps / Math.ceil(steps / most))
