/** Extra time for one student, private between the two: a factor on every deadline. */
import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { numberLang, words } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'
import './extra-time.css'

/** What is usual, the first first: a third more, as French exams give it. */
const USUAL = [
  { factor: 4 / 3, name: '4/3' },
  { factor: 3 / 2, name: '3/2' },
  { factor: 2, name: '2' },
]
/** Factors that differ by less are the same. */
const CLOSE = 0.005

interface Props {
  board: ControlBoard
  id: string
  name: string
  factor: number
  onDone: (changed: boolean) => void
}

export function ExtraTime({ board, id, name, factor, onDone }: Props) {
  const { extraTime: text } = words.value.presenter
  const box = useRef<HTMLFieldSetElement>(null)
  const wrong = useSignal(false)
  useEffect(() => box.current?.querySelector('button')?.focus(), [])
  const give = async (to: number) => {
    const sent = await board.drive.send({ type: 'extraTime', student: id, factor: to })
    onDone(sent !== 'unreachable' && sent.ok)
  }
  const giveOther = (event: SubmitEvent) => {
    event.preventDefault()
    const typed = Number(String(new FormData(event.currentTarget as HTMLFormElement).get('factor')).replace(',', '.'))
    wrong.value = !(typed >= 1 && typed <= 4)
    if (!wrong.value) void give(typed)
  }
  return (
    <li class="extra-time">
      <fieldset ref={box} disabled={board.away.value}>
        <legend>{text.factor(name)}</legend>
        <p class="quiet small">{text.help}</p>
        <div class="extra-time-choices">
          {USUAL.map(({ factor: usual, name: label }) => (
            <button
              key={label}
              type="button"
              class="button"
              aria-pressed={Math.abs(factor - usual) < CLOSE}
              onClick={() => void give(usual)}
            >
              {text.times(label)}
            </button>
          ))}
          <button type="button" class="button" aria-pressed={factor === 1} onClick={() => void give(1)}>
            {text.none}
          </button>
        </div>
        <form onSubmit={giveOther}>
          <label class="small">
            {text.other}
            <input
              class="field"
              name="factor"
              inputMode="decimal"
              autocomplete="off"
              aria-invalid={wrong.value}
              aria-describedby="extra-time-wrong"
            />
          </label>
          <button type="submit" class="button">
            {words.value.common.save}
          </button>
          <button type="button" class="button plain" onClick={() => onDone(false)}>
            {words.value.common.cancel}
          </button>
        </form>
        <p id="extra-time-wrong" class="people-problem small" role="status">
          {wrong.value && text.wrong}
        </p>
      </fieldset>
    </li>
  )
}

/** A factor as people say it. */
export const factorText = (factor: number): string =>
  USUAL.find(usual => Math.abs(usual.factor - factor) < CLOSE)?.name ??
  factor.toLocaleString(numberLang.value, { maximumFractionDigits: 2 })
