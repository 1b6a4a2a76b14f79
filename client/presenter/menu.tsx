/** What a presenter needs seldom: other pages, downloads, and the end. */
import { locale, words } from '../i18n/words.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { Board, DialogName } from './board.ts'
import { Key } from './button.tsx'

export function Menu({ board, onClose }: { board: Board; onClose: () => void }) {
  const { presenter } = words.value
  const { code, link } = board
  const lesson = link.slices.lesson.value
  const open = (name: DialogName) => {
    board.dialog.value = name
  }
  const { lock, sheet, ranking } = board.acts()
  const end = () => {
    onClose()
    board.doubt.value = {
      title: presenter.endTitle,
      help: presenter.endHelp,
      action: presenter.end,
      go: () => void board.drive.send({ type: 'end' }),
    }
  }
  return (
    <Dialog title={presenter.menu} class="menu" onClose={onClose}>
      <ul>
        <li>
          <a href={`/${code}/screen`} target="_blank" rel="noopener">
            {presenter.openScreen}
          </a>
        </li>
        <li>
          <button
            type="button"
            onClick={() => {
              onClose()
              sheet?.()
            }}
          >
            {presenter.runSheet} <Key act="sheet" />
          </button>
        </li>
        <li>
          <button type="button" onClick={() => open('people')}>
            {presenter.people} <Key act="people" />
          </button>
        </li>
        <li>
          <button type="button" disabled={!lock} onClick={lock}>
            {lesson?.locked ? presenter.unlock : presenter.lock} <Key act="lock" />
          </button>
        </li>
        {ranking && (
          <li>
            <button
              type="button"
              onClick={() => {
                onClose()
                ranking()
              }}
            >
              {link.slices.ranking.value ? presenter.hideRanking : presenter.ranking} <Key act="ranking" />
            </button>
          </li>
        )}
        <li class="menu-apart">
          <a href={`/${code}/report`} target="_blank" rel="noopener">
            {presenter.reportPage}
          </a>
        </li>
        <li>
          <a href={`/api/lessons/${code}/report.csv?lang=${locale.value}`} download>
            {presenter.csv}
          </a>
        </li>
        <li>
          <a href={`/api/lessons/${code}/report.json`} download={`amphi-${code}.json`}>
            {presenter.json}
          </a>
        </li>
        <li class="menu-apart">
          <button type="button" onClick={() => open('help')}>
            {presenter.keys} <Key act="help" />
          </button>
        </li>
        {lesson?.status === 'live' && (
          <li>
            <button type="button" class="menu-end" onClick={end}>
              {presenter.end}
            </button>
          </li>
        )}
      </ul>
    </Dialog>
  )
}
