/** The texts that a question was given, for the presenter to hide some from the class and to count some as one. */
import { useSignal } from '@preact/signals'
import type { Moderation as Done, PollView } from '#wire/poll-view'
import { isolated } from '../../i18n/isolate.ts'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { ControlBoard } from '../control-board.ts'
import { useSteadyOrder } from '../steady-order.ts'
import './moderation.css'

interface Props {
  board: ControlBoard
  poll: PollView
  onClose: () => void
}

const NOTHING: Done = { hidden: [], merged: [] }

export function ModerationDialog({ board, poll, onClose }: Props) {
  const { presenter } = words.value
  const picked = useSignal<ReadonlySet<string>>(new Set())
  const { hidden, merged } = poll.moderation ?? NOTHING
  const rows = useSteadyOrder(
    textsOf(poll),
    ({ text }) => text,
    (a, b) => b.count - a.count,
  )
  const chosen = rows.filter(({ text }) => picked.value.has(text))
  const pick = (text: string) => {
    const after = new Set(picked.value)
    if (!after.delete(text)) after.add(text)
    picked.value = after
  }
  const hide = (text: string, hidden: boolean) => {
    void board.drive.send({ type: 'hideText', poll: poll.id, text, hidden })
  }
  const merge = ([first, ...others]: Row[]) => {
    for (const { text } of others) {
      void board.drive.send({ type: 'mergeText', poll: poll.id, text, into: first?.text ?? text })
    }
    picked.value = new Set()
  }
  const separate = (text: string) => void board.drive.send({ type: 'mergeText', poll: poll.id, text })
  const actions = (
    <>
      <Merge board={board} chosen={chosen.toSorted((a, b) => b.count - a.count)} onMerge={merge} />
      <button type="button" class="button" onClick={onClose}>
        {words.value.common.close}
      </button>
    </>
  )
  return (
    <Dialog title={presenter.moderate} class="moderation" toRead onClose={onClose} actions={actions}>
      <p class="quiet small">{presenter.moderateHelp}</p>
      {rows.length === 0 && hidden.length === 0 && <p>{words.value.results.none}</p>}
      <ul class="moderation-list">
        {rows.map(({ text, count, right }) => (
          <li key={text}>
            <div class="moderation-row">
              <label class="moderation-text">
                <input
                  type="checkbox"
                  aria-label={presenter.pickText(text)}
                  checked={picked.value.has(text)}
                  onChange={() => pick(text)}
                />
                <bdi>{text}</bdi>
              </label>
              {right && <span class="moderation-right small">✓ {presenter.right}</span>}
              <Count count={count} />
              <Act board={board} label={presenter.hideOne(text)} onClick={() => hide(text, true)}>
                {presenter.hide}
              </Act>
            </div>
            {merged
              .filter(({ into }) => into === text)
              .map(({ text: other, count }) => (
                <div key={other} class="moderation-row moderation-under">
                  <bdi class="moderation-text quiet">{other}</bdi>
                  <Count count={count} />
                  <Act board={board} label={presenter.separateOne(other)} onClick={() => separate(other)}>
                    {presenter.separate}
                  </Act>
                </div>
              ))}
          </li>
        ))}
      </ul>
      {hidden.length > 0 && (
        <section class="moderation-hidden" aria-labelledby="moderation-hidden">
          <h3 id="moderation-hidden" class="label">
            {presenter.hiddenTexts}
          </h3>
          <ul class="moderation-list">
            {hidden.map(({ text, count }) => (
              <li key={text} class="moderation-row">
                <bdi class="moderation-text quiet">{text}</bdi>
                <Count count={count} />
                <Act board={board} label={presenter.unhideOne(text)} onClick={() => hide(text, false)}>
                  {presenter.unhide}
                </Act>
              </li>
            ))}
          </ul>
        </section>
      )}
    </Dialog>
  )
}

interface Row {
  text: string
  count: number
  right: boolean
}

/** Those of the round, and those that only the round before has, which the wall shows beside it. */
function textsOf({ results, before, solution }: PollView): Row[] {
  const counts = new Map(before?.results.texts?.map(({ text }) => [text, 0]))
  for (const { text, count } of results?.texts ?? []) counts.set(text, count)
  return [...counts].map(([text, count]) => ({ text, count, right: solution?.given?.includes(text) ?? false }))
}

interface MergeProps {
  board: ControlBoard
  /** The one that gives its name first. */
  chosen: Row[]
  onMerge: (rows: Row[]) => void
}

function Merge({ board, chosen, onMerge }: MergeProps) {
  const { presenter } = words.value
  const [first] = chosen
  const mixed = chosen.some(({ right }) => right !== first?.right)
  const several = chosen.length > 1 && !mixed
  return (
    <>
      <p class="moderation-merge quiet small" role="status">
        {mixed ? presenter.mergeMixed : several && presenter.mergeInto(chosen.length, isolated(first?.text ?? ''))}
      </p>
      <button type="button" class="button" disabled={!several || board.away.value} onClick={() => onMerge(chosen)}>
        {presenter.merge}
      </button>
    </>
  )
}

const Count = ({ count }: { count: number }) => (
  <span class="moderation-count tabular">
    <span aria-hidden="true">{count}</span>
    <span class="spoken">{words.value.common.answers(count)}</span>
  </span>
)

interface ActProps {
  board: ControlBoard
  label: string
  onClick: () => void
  children: string
}

const Act = ({ board, label, onClick, children }: ActProps) => (
  <button type="button" class="button plain" aria-label={label} disabled={board.away.value} onClick={onClick}>
    {children}
  </button>
)
