/** What a presenter needs seldom: other pages, downloads, and the end; in one hand also what has no button there. */
import type { ComponentChildren } from 'preact'
import { isOwnComputer } from '../../connection/own-computer.ts'
import type { Act } from '../../control/keys.ts'
import { fileLang, words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Key } from '../act-button.tsx'
import type { ControlBoard } from '../control-board.ts'
import { othersOf } from '../question/question.tsx'
import { quizActs } from '../quiz/quiz.tsx'
import { nextPartText } from '../segments/strip.tsx'
import { ScreenLink } from './screen-link.tsx'
import './menu.css'

interface Props {
  board: ControlBoard
  onClose: () => void
}

export function Menu({ board, onClose }: Props) {
  const { presenter } = words.value
  const { code, link, clicker } = board
  const locked = link.slices.lesson.value?.locked
  const ranking = link.slices.ranking.value ? presenter.hideRanking : presenter.ranking
  const item = { board, onClose }
  return (
    <Dialog title={presenter.menu} class="menu" onClose={onClose}>
      <div class="menu-groups">
        {clicker.value && <InHand {...item} />}
        <ul>
          <li class="menu-away">
            <ScreenLink board={board} />
          </li>
          <Item {...item} act="pair" label={presenter.pair} class="menu-away" />
          <Item {...item} act="sheet" label={presenter.runSheet} />
          <Item {...item} act="people" label={presenter.people} />
          <Item {...item} act="inbox" label={presenter.inbox.title} />
          <Item {...item} act="lock" label={locked ? presenter.unlock : presenter.lock} />
          <Item {...item} act="ranking" label={ranking} />
          {!link.slices.timer.value && <Item {...item} act="timer" label={presenter.parts.startTimer} />}
        </ul>
        <ul>
          <li>
            <a href={`/${code}/report`} target="_blank" rel="noopener">
              {presenter.reportPage}
            </a>
          </li>
          <li>
            <a href={`/api/lessons/${code}/report.csv?lang=${fileLang()}`} download>
              {presenter.csv}
            </a>
          </li>
          <li>
            <a href={`/api/lessons/${code}/report.json`} download={`amphi-${code}.json`}>
              {presenter.json}
            </a>
          </li>
          {isOwnComputer(location.hostname) && (
            <li>
              <a href="/teach" target="_blank" rel="noopener">
                {presenter.lessons}
              </a>
            </li>
          )}
        </ul>
        <ul>
          <Item {...item} act="help" label={presenter.keys} class="menu-away" />
          <End {...item} />
        </ul>
      </div>
    </Dialog>
  )
}

function InHand({ board, onClose }: Props) {
  const { presenter } = words.value
  const { poll, position, segment } = board.link.slices
  const item = { board, onClose }
  const replay = board.drive.replay.value === 'show' ? presenter.replay : presenter.replayBack
  return (
    <ul>
      {poll.value &&
        othersOf(board, poll.value).map(([act, label]) => <Item key={act} {...item} act={act} label={label} />)}
      {!poll.value && quizActs(board).map(([act, label]) => <Item key={act} {...item} act={act} label={label} />)}
      <Item {...item} act="segment" label={nextPartText(board)} />
      <Item
        {...item}
        act="pace"
        label={segment.value?.pace === 'self' ? presenter.parts.bring : presenter.parts.letGo}
      />
      <Item {...item} act="fiveMore" label={presenter.parts.addFive} />
      <Item {...item} act="stopTimer" label={presenter.parts.stopTimer} />
      <Item {...item} act="hint" label={presenter.workshop.pushHint} />
      <Item {...item} act="blank" label={position.value?.blank ? presenter.unblank : presenter.blank} />
      <Item {...item} act="join" label={presenter.joinCode} />
      <Item {...item} act="replay" label={replay} />
    </ul>
  )
}

interface ItemProps extends Props {
  act: Act
  label: ComponentChildren
  class?: string
}

/** Not there while it makes no sense. */
function Item({ board, onClose, act, label, class: name = '' }: ItemProps) {
  if (!board.offered()[act]) return null
  const run = board.acts()[act]
  const choose = () => {
    onClose()
    run?.()
  }
  return (
    <li class={name}>
      <button type="button" disabled={!run} onClick={choose}>
        {label} <Key act={act} />
      </button>
    </li>
  )
}

function End({ board, onClose }: Props) {
  const { presenter } = words.value
  if (board.link.slices.lesson.value?.status !== 'live') return null
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
    <li>
      <button type="button" class="menu-end" disabled={board.away.value} onClick={end}>
        {presenter.end}
      </button>
    </li>
  )
}
