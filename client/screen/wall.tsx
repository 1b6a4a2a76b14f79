/** The wall: the deck over the whole screen, the way in at its corner, and nothing else while all is well. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { words } from '../i18n/words.ts'
import { Stage } from '../ui/stage.tsx'
import { LessonOver } from './lesson-over.tsx'
import { matchScheme } from './match-scheme.ts'
import { Morning, useShown } from './morning.tsx'
import { Ranking } from './ranking.tsx'
import type { WallState } from './wall-state.ts'
import { Corner } from './way-in/corner.tsx'
import { JoinSign } from './way-in/join-sign.tsx'
import './wall.css'

/** Ms without a movement after which the mouse pointer goes away. */
const IDLE = 2_000
/** Ms without a deck after which the page says what it waits for. */
const LATE = 3_000
/** A page lower than this part of the display is in a window. */
const WINDOW = 0.95

/** On the wall a slide is always in its place before it is looked at; the deck's own numbering and progress stay the deck's choice. */
const OPTIONS = { autoPlayMedia: null }

export function Wall({ wall }: { wall: WallState }) {
  const { link, join, hooks, overview, toast } = wall
  const blank = link.slices.position.value?.blank ?? false
  const shown = useShown(wall)
  const { inbox } = link.slices
  useHint(toast.say)
  return (
    <main class="wall" data-blank={blank} data-idle={useIdle()}>
      <Stage
        deck={link.deck}
        position={link.slices.position}
        label={words.value.screen.slide}
        options={OPTIONS}
        hooks={hooks}
        overview={overview}
        onDrawn={matchScheme}
      />
      <Morning wall={wall} shown={shown} />
      <LessonOver wall={wall} />
      <Ranking wall={wall} />
      {blank && <div class="wall-black" />}
      <Corner wall={wall} over={blank ? undefined : inbox.value?.message ? 'message' : shown.board} />
      {join.shown.value && <JoinSign wall={wall} />}
      <Trouble wall={wall} />
      <toast.Toast />
    </main>
  )
}

function Trouble({ wall }: { wall: WallState }) {
  const { screen } = words.value
  const { link } = wall
  const late = useLate(link.deck.value === undefined)
  const away = link.state.value.is === 'reconnecting'
  const stopping = link.slices.server.value?.status === 'stopping'
  const over = link.slices.lesson.value?.status === 'over'
  const text = over ? '' : late ? screen.waiting : stopping ? screen.stopping : away ? screen.away : ''
  return (
    <p class="wall-trouble scheme" role="status" data-shown={text !== ''}>
      {text}
    </p>
  )
}

/** Whether something has been missing for longer than a page takes to open. */
function useLate(missing: boolean): boolean {
  const late = useSignal(false)
  useEffect(() => {
    const timer = setTimeout(() => {
      late.value = missing
    }, LATE)
    return () => clearTimeout(timer)
  }, [missing, late])
  return missing && late.value
}

/** How to have the whole wall, for whoever opens the page in a window; in full screen there is nothing to say. */
function useHint(say: (sentence: string) => void) {
  useEffect(() => {
    if (innerHeight < WINDOW * screen.height) say(words.value.screen.fullscreen)
  }, [say])
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
