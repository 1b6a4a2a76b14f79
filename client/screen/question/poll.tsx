/** A question on the wall: takes over its place on the slide and follows the vote. */
import { effect, type Signal, signal } from '@preact/signals'
import { render } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { PollView } from '#wire/poll-view'
import type { Link } from '../../connection/link.ts'
import { Html } from '../../ui/html.tsx'
import { announceVote } from '../announce-vote.ts'
import { Answers, type Drawn, ONE_COLUMN } from './answers.tsx'
import { keepFitting } from './fit.ts'
import { VoteProgress } from './vote-progress.tsx'
import './poll.css'
import './poll-state.css'
import './poll-rounds.css'

/**
 * @param seen the last view of each question, since the lesson tells only of the current slide's while another may still be fading out
 * @returns what takes it off again
 */
export function mountPoll(element: HTMLElement, id: string, link: Link, seen: Map<string, PollView>): () => void {
  const view: Signal<Drawn> = signal(seen.get(id) ?? onSlide(element))
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
  const { choices, phase, solution, survey, results, round } = poll
  const solved = solution !== undefined && !survey
  const moment = `${round} ${phase} ${results !== undefined} ${solution !== undefined}`
  const said = useRef(moment)
  useEffect(() => {
    if (box.current && said.current !== moment) announceVote(box.current)
    said.current = moment
  }, [moment])
  return (
    <div
      ref={box}
      class="vote scheme"
      data-phase={phase}
      data-counted={results !== undefined}
      data-solved={solved}
      data-survey={survey}
      data-many={choices.length > ONE_COLUMN}
    >
      <Answers poll={poll} />
      {solution?.explanation && <Html class="vote-explanation" html={solution.explanation} />}
      <VoteProgress poll={poll} now={now} />
    </div>
  )
}

function onSlide(element: HTMLElement): Drawn {
  const choices = [...element.querySelectorAll<HTMLElement>('li[data-key]')].map(item => ({
    key: item.dataset.key ?? '',
    html: item.innerHTML,
  }))
  const kind = choices.length > 0 ? 'choice' : 'text'
  return { kind, choices, phase: 'ready', survey: false, multiple: false, round: 1 }
}
