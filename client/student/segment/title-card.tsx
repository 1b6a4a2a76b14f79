/** What part of the class has begun and what that means, for a moment over the slide. */
import { useEffect } from 'preact/hooks'
import type { SegmentView } from '#wire/segment-view'
import { lateWords } from '../../i18n/late-words.ts'
import './title-card.css'

/** Ms that it stays: time to read it. The fade (title-card.css) is its end. */
const STAYS = 5_000

interface Props {
  segment: SegmentView
  /** Called when it has been there long enough. */
  told(): void
}

export function TitleCard({ segment, told }: Props) {
  const { segment: said } = lateWords.value
  const { kind, title, seconds, pace } = segment
  useEffect(() => {
    const timer = setTimeout(told, STAYS)
    return () => clearTimeout(timer)
  }, [segment.id, told])
  return (
    <div class="title-card">
      <p class="title-card-kind">
        {said.kinds[kind]}
        {seconds !== undefined && <span class="quiet"> · {said.length(seconds)}</span>}
      </p>
      {title !== '' && (
        <p class="title-card-title" dir="auto">
          {title}
        </p>
      )}
      <p class="quiet">{kind === 'workshop' && pace === 'class' ? said.together : said.means[kind]}</p>
    </div>
  )
}
