/** What the parts of the presenter's page share: the link, what can be done now, and which dialog is open. */
import { computed, type Signal, signal } from '@preact/signals'
import { next } from '#rules/deck-order'
import type { Link } from '../connection/link.ts'
import { createDrive, type Drive } from '../control/drive.ts'
import { createJoinSign } from '../control/join-sign.ts'
import { listenForNumbers } from '../control/jump-to-slide.ts'
import { type Act, type Acts, listenForKeys } from '../control/keys.ts'
import type { Doubt as Asked } from '../control/press-twice.ts'
import { words } from '../i18n/words.ts'
import { drawDiagrams } from '../slides/diagrams.ts'
import { outline } from '../slides/outline.ts'
import { createToast } from '../ui/page/toast.tsx'
import { openScreen } from './dialogs/open-screen.ts'
import { isHandheld } from './handheld.ts'
import { watchOpenQuestion } from './question/edited-question.ts'
import { rememberedNumber } from './remembered-number.ts'
import { parts, standing } from './run-sheet/plan.ts'
import { hasHints } from './workshop/hints-left.ts'

export type DialogName = 'people' | 'menu' | 'help' | 'pair' | 'moderate' | 'inbox' | 'table' | 'hint' | 'timer'

/** A question before something that cannot be undone; its sentence to press again is for pages without dialogs. */
export type Doubt = Omit<Asked, 'again'>

export type ControlBoard = ReturnType<typeof createControlBoard>

/** Steps of the notes' size, in rem. */
const SIZES = [1, 1.125, 1.25, 1.5, 1.75, 2, 2.5]
/** From this width on, in px, the run-sheet has room of its own. */
const ROOMY = 1_400

/** What needs no server. */
const LOCAL: Act[] = ['people', 'moderate', 'table', 'inbox', 'sheet', 'menu', 'larger', 'smaller', 'help']

export function createControlBoard(code: string, link: Link) {
  const away = computed(() => link.state.value.is !== 'live')
  const over = computed(() => link.slices.lesson.value?.status === 'over')
  const toast = createToast(() => (away.value && !over.value ? words.value.presenter.away : ''))
  const doubt: Signal<Doubt | undefined> = signal(undefined)
  const drive: Drive = createDrive(link, {
    say: toast.say,
    ask(asked) {
      doubt.value = asked
    },
  })
  const join = createJoinSign(link)
  const dialog = signal<DialogName | undefined>(undefined)
  /** Of the task whose hint is looked at; by default the one that most are stuck on. */
  const hintFor = signal<string | undefined>(undefined)
  const inbox = signal(false)
  const ignored = signal(0)
  const clicker = isHandheld()
  const sheet = rememberedNumber('amphi.sheet', innerWidth >= ROOMY ? 1 : 0, value => value === 0 || value === 1)
  const size = rememberedNumber('amphi.notes', 2, value => value in SIZES)

  const stops = [
    listenForNumbers({ link, jump: drive.jump, toast, may: () => !dialog.value && !doubt.value && !join.shown.value }),
    listenForKeys(pressable),
    watchOpenQuestion(link, toast.say),
    drawDiagrams(code, link, (slide, problem) => toast.say(words.value.presenter.brokenDiagram(slide, problem))),
  ]

  const ahead = computed(() => {
    const [deck, position] = [link.deck.value, link.slices.position.value]
    return deck && position && next(deck, position)
  })
  const plan = computed(() => (link.deck.value ? parts(link.deck.value) : []))
  const slide = computed(() => {
    const position = link.slices.position.value
    return position && link.deck.value?.slides[position.h]?.[position.v]
  })

  return {
    code,
    link,
    drive,
    toast,
    join,
    dialog,
    doubt,
    /** Until when, ms since the epoch, joins that look like a script's were waved through. */
    ignored,
    hintFor,
    /** Messages stand in the place of the notes. */
    inbox,
    sheet,
    /** Ids of the questions asked so far. */
    asked: computed(() => new Set(link.slices.asked.value)),
    /** This window is held in one hand, and what it shows is a clicker. */
    clicker,
    /** The deck's segments; one without a mark where there are none. */
    parts: plan,
    /** Where the class is among them. */
    standing: computed(() => {
      const position = link.slices.position.value
      return position && standing(plan.value, position)
    }),
    /** The next step, undefined at the end of the deck. */
    ahead,
    slide,
    outline: computed(() => (link.deck.value ? outline(link.deck.value) : [])),
    /** Links between slides, clicked on the current slide. */
    hooks: { follow: (to: { h: number; v: number }) => drive.jump({ ...to, f: -1 }) },
    notesSize: computed(() => `${SIZES[size.value] ?? 1.25}rem`),
    /** The server cannot be reached; nothing that is sent would arrive. */
    away,
    /** Closes voting on questions that the deck's file does not have any more. */
    closeOrphans,
    acts,
    offered,
    askHint,
    close() {
      for (const stop of stops) stop()
    },
  }

  /** Everything that can be done now, by key or button. */
  function acts(): Acts {
    return away.value ? pick(offered(), LOCAL) : offered()
  }

  /** Everything that has a place on the page now. */
  function offered(): Acts {
    const driving = drive.acts()
    const poll = link.slices.poll.value
    return {
      ...(link.slices.lesson.value?.orphans && { vote: closeOrphans }),
      ...driving,
      ...(driving.step && poll && poll.phase !== 'ready' && { reset: () => askReset(poll.id) }),
      ...(!over.value && poll?.results?.texts && { moderate: () => toggle('moderate') }),
      ...(!over.value && !driving.timer && !link.slices.timer.value && { timer: () => toggle('timer') }),
      ...(!over.value && link.slices.workshop.value?.tasks.some(hasHints) && { hint: () => askHint(undefined) }),
      ...(hasTable() && { table: () => toggle('table') }),
      ...(link.slices.inbox.value && { inbox: toggleInbox }),
      join: () => void join.show(!join.shown.value),
      people: () => toggle('people'),
      ...(!over.value && { lock: () => void drive.send({ type: 'lock', on: !link.slices.lesson.value?.locked }) }),
      sheet: () => {
        sheet.value = 1 - sheet.value
      },
      screen: () => void openScreen(code, toast.say),
      ...(!over.value && { pair: () => toggle('pair') }),
      menu: () => toggle('menu'),
      ...(size.value < SIZES.length - 1 && { larger: () => resize(1) }),
      ...(size.value > 0 && { smaller: () => resize(-1) }),
      help: () => toggle('help'),
    }
  }

  /** A dialog leaves only the key that closes it, and what a join code on the wall does not stand in the way of. */
  function pressable(): Acts {
    if (doubt.value) return {}
    const all = acts()
    if (dialog.value) return pick(all, [dialog.value])
    return join.uncover(join.shown.value ? pick(all, ['join', 'next', 'previous', 'step', 'blank']) : all)
  }

  function toggleInbox() {
    if (clicker.value) toggle('inbox')
    else inbox.value = !inbox.value
  }

  function askHint(task: string | undefined) {
    hintFor.value = task
    toggle('hint')
  }

  /** Of a quiz that has been started, in a class with names. */
  function hasTable() {
    const { quiz, lesson } = link.slices
    return quiz.value && quiz.value.phase !== 'ready' && lesson.value?.identity !== 'anonymous'
  }

  function toggle(name: DialogName) {
    dialog.value = dialog.value === name ? undefined : name
  }

  function resize(by: number) {
    size.value += by
  }

  function closeOrphans() {
    for (const poll of link.slices.lesson.value?.orphans ?? []) void drive.send({ type: 'close', poll })
  }

  function askReset(poll: string) {
    const { resetTitle: title, resetHelp: help, resetDo: action } = words.value.presenter
    doubt.value = {
      title,
      help,
      action,
      go: () => void drive.send({ type: 'reset', poll }),
    }
  }
}

function pick(acts: Acts, names: Act[]): Acts {
  return Object.fromEntries(names.flatMap(name => (acts[name] ? [[name, acts[name]]] : [])))
}
