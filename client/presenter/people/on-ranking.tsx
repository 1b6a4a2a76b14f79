/** Whose names the ranking has or would have, so that one can be hidden before the wall shows it, or while it does. */
import { words } from '../../i18n/words.ts'
import type { ControlBoard } from '../control-board.ts'

export function OnRanking({ board }: { board: ControlBoard }) {
  const { presenter } = words.value
  const best = bestOf(board)
  if (best.length === 0) return null
  return (
    <section class="people-ranking" aria-labelledby="people-ranking">
      <h3 id="people-ranking">{presenter.onRanking}</h3>
      <p class="quiet small">{presenter.onRankingHelp}</p>
      <ol class="people-list">
        {best.map(({ student, name, points, hidden = false }) => (
          <li key={student}>
            <bdi class={hidden ? 'people-name quiet' : 'people-name'}>{name}</bdi>
            {hidden && <i class="quiet small">{presenter.nameHidden}</i>}
            <span class="people-answers quiet small tabular">{words.value.screen.points(points)}</span>
            <button
              type="button"
              class="button plain"
              aria-label={hidden ? presenter.showNameOne(name) : presenter.hideNameOne(name)}
              disabled={board.away.value}
              onClick={() => void board.drive.send({ type: 'hideName', student, hidden: !hidden })}
            >
              {hidden ? presenter.showName : presenter.hideName}
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** Who has or would have a place on the ranking; nobody outside a live class. */
export function bestOf({ link }: ControlBoard) {
  const { standings, lesson } = link.slices
  return lesson.value?.status === 'live' ? (standings.value ?? []) : []
}
