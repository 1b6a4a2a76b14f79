/** The questions of the quiz: how many have answered each, and once it is over, how many were right. */
import type { PollView } from '#wire/poll-view'
import type { QuizView } from '#wire/segment-view'
import { locale, words } from '../../i18n/words.ts'
import { Html } from '../../ui/html.tsx'
import { Scroll } from '../../ui/scroll.tsx'
import type { ControlBoard } from '../control-board.ts'

export function Progress({ board, quiz }: { board: ControlBoard; quiz: QuizView }) {
  const { quiz: text } = words.value.presenter
  const { polls, audience } = board.link.slices
  const joined = audience.value?.joined ?? 0
  const byId = new Map(polls.value?.map(poll => [poll.id, poll]))
  return (
    <Scroll class="quiz-progress" label={text.questions(quiz.questions.length)}>
      <ol>
        {quiz.questions.map((id, index) => (
          <Line
            key={id}
            place={index + 1}
            poll={byId.get(id)}
            answered={quiz.answered?.[index] ?? 0}
            joined={joined}
            over={quiz.phase === 'closed' && !quiz.writing}
          />
        ))}
      </ol>
    </Scroll>
  )
}

interface LineProps {
  place: number
  poll: PollView | undefined
  answered: number
  joined: number
  /** Nobody is writing any more. */
  over: boolean
}

function Line({ place, poll, answered, joined, over }: LineProps) {
  const { quiz: text } = words.value.presenter
  const right = over && answered > 0 && poll?.right !== undefined ? poll.right / answered : undefined
  return (
    <li>
      <span class="quiz-number tabular">
        <span aria-hidden="true">{place}</span>
        <span class="spoken">{text.question(place)}</span>
      </span>
      {poll && <Html class="quiz-prompt" html={poll.prompt} />}
      <span class="quiz-figure tabular">{text.answered(answered, joined)}</span>
      {right !== undefined && <span class="quiz-right tabular">{text.rightShare(percent(right))}</span>}
      <span class="meter" aria-hidden="true">
        <span style={{ width: `${share(answered, joined)}%` }} />
      </span>
    </li>
  )
}

const percent = (part: number) => part.toLocaleString(locale.value, { style: 'percent' })

const share = (part: number, of: number) => (of === 0 ? 0 : Math.min(100, (100 * part) / of))
