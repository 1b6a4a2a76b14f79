/** The decks of a folder, of which one is picked to be presented. They come with the page; a link leads to each. */
import { useSignal } from '@preact/signals'
import onward from 'lucide-static/icons/chevron-right.svg?raw'
import { useEffect } from 'preact/hooks'
import { words } from '../i18n/words.ts'
import { Icon } from '../ui/icon.tsx'
import { PlainPage } from '../ui/page/plain.tsx'
import { showPage } from '../ui/page/show-page.ts'
import './decks.css'

interface Deck {
  title: string
  /** Where picking it leads; absent when it cannot be presented. */
  href?: string
  path: string
  slides: number
  problem?: string
}

interface Given {
  folder: string
  decks: Deck[]
  /** Why the deck that was picked is not presented; '' when it may be. The server has gone then. */
  problem: string
}

function Decks({ folder, decks: all, problem }: Given) {
  const { decks } = words.value
  const opening = useSignal<string | undefined>(undefined)
  useEffect(() => {
    // Coming back with the browser's button shows the page as it was left.
    const rest = () => {
      opening.value = undefined
    }
    addEventListener('pageshow', rest)
    return () => removeEventListener('pageshow', rest)
  }, [opening])
  const pick = (event: MouseEvent, { path }: Deck) => {
    // A second click would take the first one back.
    if (opening.value !== undefined) event.preventDefault()
    else opening.value = path
  }
  if (problem) {
    return (
      <PlainPage title={folder} help={decks.stopped}>
        <p class="decks-problem" role="alert">
          {problem}
        </p>
      </PlainPage>
    )
  }
  return (
    <PlainPage title={folder} help={decks.help}>
      <p class="decks-status" role="status">
        {opening.value !== undefined && decks.opening}
      </p>
      <ul class="plain-list">
        {all.map(deck => (
          <li key={deck.path} class="decks-deck" data-is={opening.value === deck.path ? 'opening' : undefined}>
            <h2>
              {deck.href === undefined ? (
                deck.title
              ) : (
                <a href={deck.href} onClick={event => pick(event, deck)}>
                  {deck.title}
                  <Icon svg={onward} />
                </a>
              )}
            </h2>
            {deck.href !== undefined && (
              <p class="quiet tabular">
                <span>{decks.slides(deck.slides)}</span>
                <span>{deck.path}</span>
              </p>
            )}
            {deck.problem !== undefined && <p class="decks-problem">{deck.problem}</p>}
          </li>
        ))}
      </ul>
    </PlainPage>
  )
}

/** As the server wrote it into the page (server/cli/folder/offer.ts). */
function given(): Given {
  const text = (selector: string, within: ParentNode = document) => within.querySelector(selector)?.textContent ?? ''
  const decks = [...document.querySelectorAll<HTMLElement>('#page li')].map((item): Deck => {
    const href = item.querySelector('a')?.getAttribute('href')
    const problem = text('p', item)
    return {
      title: text('b, a', item),
      path: text('small', item),
      slides: Number(item.dataset.slides),
      ...(href != null && { href }),
      ...(problem && { problem }),
    }
  })
  return { folder: text('#page h1'), decks, problem: text('#page [role=alert]') }
}

const found = given()
void showPage(<Decks {...found} />, () => found.folder)
