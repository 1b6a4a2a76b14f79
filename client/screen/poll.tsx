/** A question on the wall: takes over the list of choices on its slide and follows the vote. */
import { effect, type Signal, signal } from '@preact/signals'
import { render } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/messages'
import { desk } from '../i18n/desk.ts'
import type { Link } from '../link.ts'
import { byLetter } from '../ui/bars.tsx'
import { Countdown } from '../ui/countdown.tsx'
import { Html } from '../ui/html.tsx'
import { Choice } from './choice.tsx'
import { keepFitting } from './fit.ts'
import './poll.css'

/** What is drawn before the server has said anything about a question: its choices, as they stand on the slide. */
type Drawn = Pick<PollView, 'choices' | 'phase' | 'survey' | 'multiple'> & Partial<PollView>

/**
 * @param seen the last view of each question, since the lesson tells only of the current slide's while another may still be fading out
 * @returns what takes it off again
 */
export function mountPoll(element: HTMLElement, id: string, link: Link, seen: Map<string, PollView>): () => void {
  const onSlide: Drawn = { choices: choicesIn(element), phase: 'ready', survey: false, multiple: false }
  const view: Signal<Drawn> = signal(seen.get(id) ?? onSlide)
  const stop = effect(() => {
    const poll = link.slices.poll.value
    if (poll?.id !== id) return
    seen.set(id, poll)
    view.value = poll
  })
  element.replaceChildren()
  render(<Poll view={view} now={link.now} />, element)
  return () => {
    stop()
    render(null, element)
  }
}

function Poll({ view, now }: { view: Signal<Drawn>; now: () => number }) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => (box.current ? keepFitting(box.current) : undefined), [])
  const poll = view.value
  const { choices, phase, results, solution, survey } = poll
  const solved = solution !== undefined && !survey
  return (
    <div ref={box} class="vote" data-phase={phase} data-solved={solved} data-many={choices.length > 6}>
      <ul class="vote-choices">
        {byLetter(choices).map(({ key, html, index }) => (
          <Choice
            key={key}
            letter={key}
            html={html}
            {...(results && { count: results.counts[index] ?? 0, total: results.total })}
            right={solved && solution.correct.includes(index)}
          />
        ))}
      </ul>
      <State poll={poll} now={now} />
      {solution?.explanation && <Html class="vote-explanation" html={solution.explanation} />}
    </div>
  )
}

function State({ poll, now }: { poll: Drawn; now: () => number }) {
  const { screen } = desk.value
  const { phase, closesAt, answered = 0, multiple } = poll
  const hint = multiple ? screen.several : screen.pickOne
  return (
    <p class="vote-state">
      {phase === 'ready' && <span>{screen.votingSoon}</span>}
      {phase === 'closed' && <span>{screen.closed}</span>}
      {phase !== 'ready' && <b class="tabular">{screen.answered(answered)}</b>}
      {phase === 'open' && <span class="vote-hint">{hint}</span>}
      {phase === 'open' && closesAt !== undefined && <Countdown until={closesAt} now={now} />}
    </p>
  )
}

function choicesIn(element: HTMLElement): PollView['choices'] {
  return [...element.querySelectorAll<HTMLElement>('li[data-key]')].map(item => ({
    key: item.dataset.key ?? '',
    html: item.innerHTML,
  }))
}
