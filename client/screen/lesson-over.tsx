/** What is left to say on the wall once the class has ended. */
import { words } from '../i18n/words.ts'
import type { WallState } from './wall-state.ts'
import './lesson-over.css'

export function LessonOver({ wall }: { wall: WallState }) {
  const lesson = wall.link.slices.lesson.value
  if (lesson?.status !== 'over') return null
  return (
    <section class="lesson-over" aria-label={lesson.title}>
      <p class="lesson-over-said">{words.value.screen.over}</p>
      <p class="lesson-over-title" dir="auto">
        {lesson.title}
      </p>
    </section>
  )
}
