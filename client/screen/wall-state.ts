/** What the parts of the wall share: the link, the join sign, and the keys, which drive when this browser is the presenter's. */
import { signal } from '@preact/signals'
import type { PollView } from '#wire/poll-view'
import type { Link } from '../connection/link.ts'
import { createDrive } from '../control/drive.ts'
import { createJoinSign } from '../control/join-sign.ts'
import { listenForNumbers } from '../control/jump-to-slide.ts'
import { type Acts, listenForKeys } from '../control/keys.ts'
import { words } from '../i18n/words.ts'
import type { Hooks } from '../slides/deck.ts'
import { drawDiagrams } from '../slides/diagrams.ts'
import { createToast } from '../ui/page/toast.tsx'
import { mountPoll } from './question/poll.tsx'
import { drawProgress } from './workshop/slide-progress.ts'

export type WallState = ReturnType<typeof createWallState>

export function createWallState(code: string, link: Link) {
  const toast = createToast()
  const join = createJoinSign(link)
  /** A room's own computer may look, not drive. */
  const readOnly = signal(false)
  const drive = createDrive(link, {
    say: toast.say,
    forbidden() {
      readOnly.value = true
      toast.say(words.value.screen.readOnly)
    },
  })
  const seen = new Map<string, PollView>()
  const overview = signal(false)
  const hooks: Hooks = {
    fills: true,
    mount: (element, poll) => mountPoll(element, poll, link, seen),
    follow(to) {
      overview.value = false
      drive.jump({ ...to, f: -1 })
    },
  }

  const stops = [
    listenForNumbers({ link, jump: drive.jump, toast, may: () => !readOnly.value && !join.shown.value }),
    listenForKeys(acts),
    drawDiagrams(code, link),
    drawProgress(link),
  ]

  return {
    code,
    link,
    join,
    toast,
    hooks,
    /** All slides side by side, for whoever drives from here. */
    overview,
    close() {
      for (const stop of stops) stop()
    },
  }

  function toggleOverview() {
    overview.value = !overview.value
  }

  function acts(): Acts {
    return {
      ...(!readOnly.value && join.uncover(drive.acts())),
      ...(!readOnly.value && { sheet: toggleOverview }),
      join: () => void join.show(!join.shown.value),
      fullscreen: () => void toggleFullscreen(),
    }
  }
}

async function toggleFullscreen() {
  if (document.fullscreenElement) return document.exitFullscreen()
  return document.documentElement.requestFullscreen()
}
