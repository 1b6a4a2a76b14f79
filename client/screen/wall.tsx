/** The wall: the deck over the whole screen, the way in at its corner, and nothing else while all is well. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { words } from '../i18n/words.ts'
import { Stage } from '../ui/stage.tsx'
import { Corner } from './corner.tsx'
import { Join } from './join.tsx'
import { Ranking } from './ranking.tsx'
import { matchScheme } from './scheme.ts'
import type { Show } from './show.ts'
import './wall.css'

/** Ms without a movement after which the mouse pointer goes away. */
const IDLE = 2_000

/** On the wall a slide is always in its place before it is looked at; the deck's own numbering and progress stay the deck's choice. */
const OPTIONS = { autoPlayMedia: null }

export function Wall({ show }: { show: Show }) {
  const { link, join, hooks, overview, toast } = show
  const blank = link.slices.position.value?.blank ?? false
  return (
    <main class="wall" data-blank={blank} data-idle={useIdle()}>
      <Stage
        deck={link.deck}
        position={link.slices.position}
        label={words.value.screen.slide}
        options={OPTIONS}
        hooks={hooks}
        overview={overview}
        onReady={matchScheme}
      />
      <Ranking show={show} />
      {blank && <div class="wall-black" />}
      <Corner show={show} />
      {join.shown.value && <Join show={show} />}
      <Trouble show={show} />
      <toast.Toast />
    </main>
  )
}

function Trouble({ show }: { show: Show }) {
  const { screen } = words.value
  const away = show.link.state.value.is === 'reconnecting'
  const stopping = show.link.slices.server.value?.status === 'stopping'
  return (
    <p class="wall-trouble" role="status" data-shown={away || stopping}>
      {away && screen.away}
      {!away && stopping && screen.stopping}
    </p>
  )
}

function useIdle(): boolean {
  const idle = useSignal(true)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const onMove = () => {
      idle.value = false
      clearTimeout(timer)
      timer = setTimeout(() => {
        idle.value = true
      }, IDLE)
    }
    addEventListener('pointermove', onMove)
    return () => {
      clearTimeout(timer)
      removeEventListener('pointermove', onMove)
    }
  }, [idle])
  return idle.value
}
