/** The two ways to look at a slide, of which one is on. */
import book from 'lucide-static/icons/book-open-text.svg?raw'
import screen from 'lucide-static/icons/presentation.svg?raw'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import type { Session } from '../session.ts'

export function ViewButtons({ session: { view } }: { session: Session }) {
  const { student } = words.value
  const views = [
    { name: 'slide', label: student.slideView, icon: screen },
    { name: 'reading', label: student.readingView, icon: book },
  ] as const
  return (
    <fieldset class="student-views" aria-label={student.view}>
      {views.map(({ name, label, icon }) => (
        <button
          key={name}
          type="button"
          class="button plain view-button"
          aria-label={label}
          aria-pressed={view.now.value === name}
          title={label}
          onClick={() => view.choose(name)}
        >
          <Icon svg={icon} />
        </button>
      ))}
    </fieldset>
  )
}
