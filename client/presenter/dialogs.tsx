/** The page's dialogs; at most one is open. */
import { words } from '../i18n/words.ts'
import { ACTS, KEYS, keyName } from '../keys.ts'
import { Dialog } from '../ui/dialog.tsx'
import type { Board, Doubt } from './board.ts'
import { Join } from './join.tsx'
import { Menu } from './menu.tsx'
import { People } from './people.tsx'
import './dialogs.css'

export function Dialogs({ board }: { board: Board }) {
  const { doubt, dialog, join } = board
  const close = () => {
    dialog.value = undefined
  }
  const sure = () => {
    doubt.value = undefined
  }
  if (doubt.value) return <Sure doubt={doubt.value} onClose={sure} />
  if (dialog.value === 'people') return <People board={board} onClose={close} />
  if (dialog.value === 'menu') return <Menu board={board} onClose={close} />
  if (dialog.value === 'help') return <Keys board={board} onClose={close} />
  if (join.shown.value) return <Join board={board} />
  return null
}

function Sure({ doubt, onClose }: { doubt: Doubt; onClose: () => void }) {
  const go = () => {
    onClose()
    doubt.go()
  }
  const actions = (
    <>
      <button type="button" class="button" onClick={onClose}>
        {words.value.common.cancel}
      </button>
      <button type="button" class="button primary" onClick={go}>
        {doubt.action}
      </button>
    </>
  )
  return (
    <Dialog title={doubt.title} onClose={onClose} actions={actions}>
      <p>{doubt.help}</p>
    </Dialog>
  )
}

function Keys({ board, onClose }: { board: Board; onClose: () => void }) {
  const { presenter } = words.value
  const acts = board.acts()
  return (
    <Dialog title={presenter.keys} class="keys" toRead onClose={onClose}>
      <dl>
        {ACTS.filter(act => acts[act]).map(act => (
          <div key={act}>
            <dt>{presenter.keyList[act]}</dt>
            <dd>
              {KEYS[act].map(key => (
                <kbd class="key" key={key}>
                  {keyName(key)}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
