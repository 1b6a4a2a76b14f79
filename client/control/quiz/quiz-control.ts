/** What a presenter can do about the quiz as a whole. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import type { Command } from '#wire/messages'
import type { Link } from '../../connection/link.ts'
import { timeOfDay } from '../../i18n/time-of-day.ts'
import { words } from '../../i18n/words.ts'
import type { Acts } from '../keys.ts'
import { lengthText } from '../length-text.ts'
import type { Doubt } from '../press-twice.ts'
import { allShown, type QuizStage, quizStage } from './quiz-flow.ts'

const MINUTE = 60

export interface QuizControl {
  /** Undefined where there is no quiz. */
  stage: ReadonlySignal<QuizStage | undefined>
  /** How long it is to be, in seconds: as the deck has it until the presenter says otherwise; undefined without a limit. */
  seconds: Signal<number | undefined>
  /** Those that make sense now. */
  acts(): Acts
  /** At once, as a button does that says so. */
  start(): void
  close(): void
}

interface Ways {
  send(command: Command): void
  ask(doubt: Doubt): void
  /** Asks for a second press, be there dialogs or not. */
  askTwice(doubt: Doubt): void
}

export function createQuizControl(link: Link, { send, ask, askTwice }: Ways): QuizControl {
  const { quiz, polls, segment, audience } = link.slices
  const apart = signal<string | undefined>(undefined)
  const seconds = signal<number | undefined>(undefined)
  const stage = computed(() => {
    const view = quiz.value
    return view ? quizStage(view, polls.value ?? [], apart.value === view.segment) : undefined
  })
  const id = computed(() => (quiz.value?.segment === segment.value?.id ? quiz.value?.segment : undefined))
  const planned = computed(() => (id.value === undefined ? undefined : segment.value?.seconds))
  const stop = effect(() => {
    void id.value
    seconds.value = planned.value
  })
  return { stage, seconds, acts, start, close: stop }

  function acts(): Acts {
    const view = quiz.value
    if (!view) return {}
    const { segment } = view
    switch (stage.value) {
      case 'start':
        return {
          step: askStart,
          startQuiz: askStart,
          oneByOne: () => {
            apart.value = segment
          },
        }
      case 'apart':
        return { startQuiz: askStart }
      case 'open':
        return {
          stopQuiz: askStop,
          ...((view.closesAt ?? view.left) !== undefined && {
            minute: () => send({ type: 'extendQuiz', segment, seconds: MINUTE }),
            pause: () => send({ type: 'pauseQuiz', segment, on: view.left === undefined }),
          }),
        }
      case 'writing':
        return { stopQuiz: askStop, allResults: () => release('results'), allSolutions: () => release('solution') }
      case 'over':
        return { allResults: () => release('results'), allSolutions: () => release('solution') }
      case undefined:
        return {}
      default:
        return stage.value satisfies never
    }
  }

  function start() {
    const view = quiz.value
    if (!view || (stage.value !== 'start' && stage.value !== 'apart')) return
    const given = seconds.value !== undefined && { seconds: seconds.value }
    send({ type: 'startQuiz', segment: view.segment, ...given })
  }

  function askStart() {
    const { startQuiz, quizPlan, againStart } = words.value.presenter.quiz
    const plan = quizPlan(quiz.value?.questions.length ?? 0, lengthText(seconds.value))
    askTwice({ title: startQuiz, help: plan, action: startQuiz, again: againStart(plan), go: start })
  }

  function askStop() {
    const view = quiz.value
    if (!view) return
    const text = words.value.presenter.quiz
    const left = Math.max(0, (audience.value?.joined ?? 0) - (view.finished ?? 0))
    const help = view.writing
      ? text.stillWriting(view.writing.students, timeOfDay(view.writing.until))
      : text.stillUnfinished(left)
    ask({
      title: text.stopTitle,
      help: `${help} ${text.stopHelp}`,
      action: text.stopQuiz,
      again: text.againStop(help),
      go: () => send({ type: 'stopQuiz', segment: view.segment }),
    })
  }

  function release(what: 'results' | 'solution') {
    const view = quiz.value
    if (!view) return
    const all = polls.value ?? []
    const on = !allShown(all, what)
    // Without results there are no solutions, so these go with them.
    const results = on || (what === 'solution' && allShown(all, 'results'))
    const solutions = on && what === 'solution'
    const command = { type: 'releaseQuiz', segment: view.segment, results, solutions } as const
    if (view.writing && on) askWhileWriting(view.writing, ask, () => send({ ...command, confirmed: true }))
    else send(command)
  }
}

/** Before something is shown that ends the extra time of those who still write. */
export function askWhileWriting(
  { students, until }: { students: number; until: number },
  ask: (doubt: Doubt) => void,
  go: () => void,
) {
  const { stillWriting, writingTitle, writingHelp, writingDo } = words.value.presenter.quiz
  const help = stillWriting(students, timeOfDay(until))
  ask({ title: writingTitle, help: `${help} ${writingHelp}`, action: writingDo, again: help, go })
}
