/** The run-sheet: all slides by title; a click goes there. */
import { words } from '../i18n/words.ts'
import type { Board } from './board.ts'
import './sheet.css'

/** Where the run-sheet lies over the page (narrow.css) and goes once it has been used. */
const OVER = '(width < 75rem)'

export function Sheet({ board }: { board: Board }) {
  const { presenter } = words.value
  const position = board.link.slices.position.value
  const close = () => {
    board.sheet.value = 0
  }
  return (
    <nav class="sheet" aria-label={presenter.runSheet}>
      <div class="sheet-head">
        <h2 class="desk-label">{presenter.runSheet}</h2>
        <button type="button" class="button plain sheet-close" onClick={close}>
          {words.value.common.close}
        </button>
      </div>
      <ol>
        {board.outline.value.map(({ h, v, number, title, question }) => {
          const here = h === position?.h && v === position.v
          return (
            <li key={`${h} ${v}`} data-under={v > 0}>
              <button
                type="button"
                ref={here ? keepInSight : null}
                aria-current={here ? 'true' : undefined}
                onClick={() => {
                  board.drive.jump({ h, v, f: -1 })
                  if (matchMedia(OVER).matches) close()
                }}
              >
                <span class="sheet-number tabular">{number}</span>
                <span class="sheet-title">{title}</span>
                {question && <span class="sheet-question" title={presenter.question} />}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

const keepInSight = (entry: HTMLElement | null) => entry?.scrollIntoView({ block: 'center' })
