/** What is left to say on the wall once the class has ended. */
import { words } from '../i18n/words.ts'
import type { Show } from './show.ts'
import './over.css'

export function Over({ show }: { show: Show }) {
  const lesson = show.link.slices.lesson.value
  if (lesson?.status !== 'over') return null
  return (
    <section class="over" aria-label={lesson.title}>
      <p class="over-said">{words.value.screen.over}</p>
      <p class="over-title" dir="auto">
        {lesson.title}
      </p>
    </section>
  )
}
