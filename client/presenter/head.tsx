/** The line on top: the class, the connection, the people, the time. */
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { locale, words } from '../i18n/words.ts'
import { Status } from '../ui/status.tsx'
import type { Board } from './board.ts'
import { ActButton } from './button.tsx'
import './head.css'

export function Head({ board }: { board: Board }) {
  const { presenter } = words.value
  const { lesson, audience, server } = board.link.slices
  const { connected = 0, joined = 0 } = audience.value ?? {}
  return (
    <header class="head">
      <h1 class="head-title">{lesson.value?.title ?? ''}</h1>
      <Status state={board.link.state.value} stopping={server.value?.status === 'stopping'} />
      <ActButton board={board} act="people" plain class="head-people tabular">
        {joined === 0 ? presenter.nobodyYet : presenter.connected(connected, joined)}
      </ActButton>
      <Clock startedAt={lesson.value?.startedAt} now={board.link.now} />
      <div class="head-links">
        <ActButton board={board} act="sheet" plain on={board.sheet.value === 1} class="head-wide">
          {presenter.runSheet}
        </ActButton>
        <a class="button plain head-wide" href={`/${board.code}/screen`} target="_blank" rel="noopener">
          {presenter.openScreen}
        </a>
        <ActButton board={board} act="menu" plain>
          {presenter.menu}
        </ActButton>
      </div>
    </header>
  )
}

function Clock({ startedAt, now }: { startedAt: number | undefined; now: () => number }) {
  const { presenter } = words.value
  const time = useSignal(now())
  useEffect(() => {
    const timer = setInterval(() => {
      time.value = now()
    }, 1_000)
    return () => clearInterval(timer)
  }, [now, time])
  return (
    <p class="head-clock tabular">
      <span class="head-time">
        <span class="quiet head-label">{presenter.clock} </span>
        {new Intl.DateTimeFormat(locale.value, { hour: '2-digit', minute: '2-digit' }).format(time.value)}
      </span>
      {startedAt !== undefined && (
        <span class="head-elapsed">
          <span class="quiet head-label">{presenter.elapsed} </span>
          {elapsed(time.value - startedAt)}
        </span>
      )}
    </p>
  )
}

/** Ms as `m:ss` or `h:mm:ss`. */
function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const two = (value: number) => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`
}
