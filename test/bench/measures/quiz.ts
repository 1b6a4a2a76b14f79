/** A quiz of ten questions that all answer in its last seconds, slides beside it. */
import type { Command } from '../../../server/wire/messages.ts'
import type { Bench } from '../scenarios.ts'
import type { Row } from '../table.ts'
import { enterClass, meanwhile, mostInASecond, reportOf, slideRows } from './busy-class.ts'

const QUESTIONS = 10
const CHANGE_EVERY = 250

const DECK = `<!-- .slide: data-segment="quiz" data-duration="15m" id="quiz" -->
# Quiz

one <!-- .element: class="fragment" -->

${Array.from({ length: QUESTIONS }, (_, index) => `---\n\n<!-- .slide: data-qcm data-id="q${index}" -->\n### Which one?\n\n- [ ] a\n- [x] b\n- [ ] c\n`).join('\n')}
`

export async function measureQuiz(bench: Bench): Promise<Row[]> {
  const { morning, answering } = bench.scale
  const { amphi, presenter, change, ours, changes } = await enterClass(bench, DECK, 0)
  try {
    await change()
    await change()
    changes.length = 0
    const segment = presenter.view.segment?.id ?? ''
    const started = await presenter.send({ type: 'startQuiz', segment, seconds: answering / 1_000 + 1 })
    if (!started.ok) throw new Error(`the quiz was not started: ${started.reason}`)
    await presenter.until(({ quiz }) => quiz?.phase === 'open')
    presenter.bytes.length = 0

    const messages = Array.from({ length: QUESTIONS }, (_, index) =>
      answer({ type: 'answer', poll: `q${index}`, round: 1, value: [index % 3] }),
    )
    const count = morning * QUESTIONS
    const answers = ours.do({ do: 'spread', messages, count, over: answering, reply: '437[' })
    const { ms } = await meanwhile(answers, CHANGE_EVERY * Math.min(1, answering / 10_000), bench.stop, change)
    await presenter.until(({ quiz }) => quiz?.phase === 'closed')
    const counted = (await reportOf(amphi)).polls.map(({ rounds }) => rounds[0]?.answered ?? 0)
    return [
      ...slideRows(changes),
      { what: 'last answer → its reply', unit: 'ms', ours: ms - answering * (1 - 1 / count), most: 400 },
      {
        what: 'answers acknowledged and not counted',
        unit: 'lost',
        ours: count - counted.reduce((sum, of) => sum + of, 0),
        most: 0,
      },
      {
        what: 'presenter: most counts of the quiz in any second',
        unit: 'views/s',
        ours: mostInASecond(presenter, isCount),
        most: 10,
      },
    ]
  } finally {
    presenter.close()
  }
}

const answer = (fields: Command) => `427${JSON.stringify(['command', fields])}`

/** A view that tells of a slide brings the counts of that moment along. */
const isCount = (packet: string) => packet.includes('"quiz":') && !packet.includes('"position":')
