/** The student's own place in the ranking, which nobody else is told here. */
import { useEffect, useRef } from 'preact/hooks'
import { words } from '../../i18n/words.ts'
import type { Session } from '../session.ts'

export function OwnRank({ session }: { session: Session }) {
  const text = rankText(session)
  const line = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const place = line.current?.getBoundingClientRect()
    if (text && place && (place.top < 0 || place.bottom > innerHeight)) line.current?.scrollIntoView()
  }, [text])
  return text ? (
    <p ref={line} class="student-rank tabular">
      {text}
    </p>
  ) : null
}

export function rankText({ link }: Session): string {
  const rank = link.slices.you.value?.rank
  return rank ? words.value.student.rank(rank.place, rank.of, rank.points) : ''
}
