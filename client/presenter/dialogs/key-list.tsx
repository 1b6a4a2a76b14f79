/** The keys that are valid now, by what they are about. */

import { ACTS, KEYS, keyName, SUBJECTS, type Subject } from '../../control/keys.ts'
import { words } from '../../i18n/words.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { ControlBoard } from '../control-board.ts'
import './key-list.css'

const ORDER: Subject[] = ['slides', 'question', 'parts', 'class', 'page']

export function KeyList({ board, onClose }: { board: ControlBoard; onClose: () => void }) {
  const { presenter } = words.value
  const acts = board.acts()
  const nameOf = (key: string) => keyName(key, presenter.keyNames)
  const groups = ORDER.map(subject => ({
    subject,
    names: ACTS.filter(act => acts[act] && SUBJECTS[act] === subject),
  })).filter(({ names }) => names.length > 0)
  return (
    <Dialog title={presenter.keys} class="keys" toRead onClose={onClose}>
      <div class="keys-groups">
        {groups.map(({ subject, names }) => (
          <section key={subject}>
            <h3 class="label">{presenter.keyGroups[subject]}</h3>
            <dl>
              {names.map(act => (
                <Line key={act} what={presenter.keyList[act]} keys={KEYS[act].map(nameOf)} />
              ))}
              {subject === 'slides' && <Line what={presenter.keyNumber} keys={['1', '2', nameOf('Enter')]} />}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

const Line = ({ what, keys }: { what: string; keys: string[] }) => (
  <div>
    <dt>{what}</dt>
    <dd>
      {keys.map(key => (
        <kbd class="key" key={key}>
          {key}
        </kbd>
      ))}
    </dd>
  </div>
)
