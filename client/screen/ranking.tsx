/** The best of the class by name and points, over the slide, for as long as the presenter shows them. */
import { words } from '../i18n/words.ts'
import type { WallState } from './wall-state.ts'
import './ranking.css'

export function Ranking({ wall }: { wall: WallState }) {
  const { screen } = words.value
  const best = wall.link.slices.ranking.value
  if (!best) return null
  return (
    <section class="ranking" aria-label={screen.ranking}>
      <h2 class="ranking-title">{screen.ranking}</h2>
      {best.length === 0 && <p class="ranking-none">{screen.noRanking}</p>}
      <ol class="ranking-list" style={{ '--rows': `${Math.max(5, best.length)}` }}>
        {best.map(({ name, points, hidden }, index) => (
          <li key={hidden ? index : name} class="ranking-row">
            <span class="ranking-place tabular">{1 + best.filter(other => other.points > points).length}</span>
            {hidden ? (
              <i class="ranking-name ranking-hidden">{screen.nameHidden}</i>
            ) : (
              <bdi class="ranking-name">{name}</bdi>
            )}
            <span class="ranking-points tabular">{screen.points(points)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
