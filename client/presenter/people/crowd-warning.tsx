/** Joins that look like a script's, with what can be done about them. */
import { locale, words } from '../../i18n/words.ts'
import { ActButton } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'

export function CrowdWarning({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const crowd = board.link.slices.crowd.value
  if (!crowd || crowd.until <= board.ignored.value) return null
  const { joined, since, until, gone } = crowd
  const seconds = Math.max(1, Math.ceil((until - since) / 1_000))
  const remove = () => {
    board.doubt.value = {
      title: presenter.crowdTitle(time(since), time(until)),
      help: gone ? presenter.crowdGoneHelp : presenter.crowdHereHelp,
      action: presenter.remove,
      go: () => void board.drive.send({ type: 'sweep', since, until, gone }),
    }
  }
  return (
    <section class="alarm alarm-act" aria-label={presenter.crowd}>
      <p>
        <span role="alert">{presenter.crowd}</span>{' '}
        {gone ? presenter.crowdGone(joined, seconds) : presenter.crowdHere(joined, seconds)}
      </p>
      <div class="alarm-choices">
        <button type="button" class="button" disabled={board.away.value} onClick={remove}>
          {presenter.crowdRemove}
        </button>
        {!board.link.slices.lesson.value?.locked && (
          <ActButton board={board} act="lock">
            {presenter.lock}
          </ActButton>
        )}
        <button
          type="button"
          class="button"
          onClick={() => {
            board.ignored.value = until
          }}
        >
          {presenter.crowdIgnore}
        </button>
      </div>
    </section>
  )
}

const time = (at: number) => new Date(at).toLocaleTimeString(locale.value)
