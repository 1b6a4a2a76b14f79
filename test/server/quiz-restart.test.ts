/** A server is killed in the middle of a quiz. */
import { afterEach, expect, test } from 'vitest'
import { type Amphi, type Client, connect, type Served, serve, startAmphi } from '../support/amphi.ts'

const DECK = `<!-- .slide: data-segment="quiz" data-duration="15m" id="quiz" -->
# Quizz time

---

<!-- .slide: data-qcm data-id="one" -->
### One?

- [ ] red
- [x] green
`
const segment = 'quiz'
let first: Served
let again: Amphi | undefined
const clients: Client[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await again?.kill()
  await first.end()
})

/** A student with twice as long as another, and a quiz that is on. */
async function begin(seconds: number) {
  first = await serve(DECK)
  const enter = async (role: 'student' | 'presenter') => {
    const { origin, facts } = first
    const client = await connect(origin, facts.code, role, role === 'presenter' ? facts.key : undefined)
    clients.push(client)
    return client
  }
  const [presenter, slow, other] = [await enter('presenter'), await enter('student'), await enter('student')]
  await presenter.send({ type: 'move', h: 0, v: 0, f: -1 })
  await presenter.send({ type: 'extraTime', student: slow.view.you?.id ?? '', factor: 2 })
  expect(await presenter.send({ type: 'startQuiz', segment, seconds })).toMatchObject({ ok: true })
  for (const student of [slow, other]) await student.until(({ quiz }) => quiz?.phase === 'open')
  return { presenter, slow, other }
}

async function restart() {
  const { folder, origin } = first
  await first.kill()
  again = await startAmphi({
    deck: `${folder}/deck/deck.md`,
    data: `${folder}/data`,
    port: Number(new URL(origin).port),
  })
}

test('it goes on as it was, with everybody’s own deadline and who is done', async () => {
  const { presenter, slow, other } = await begin(600)
  await other.send({ type: 'answer', poll: 'one', round: 1, value: [1] })
  await other.send({ type: 'finish', segment, on: true })
  await presenter.until(({ quiz }) => quiz?.finished === 1)
  const before = { quiz: presenter.view.quiz, times: slow.view.you?.closesAt }
  await restart()
  await presenter.until(({ quiz }) => quiz?.phase === 'open')
  await slow.until(({ you }) => you !== undefined)
  expect(presenter.view.quiz).toEqual(before.quiz)
  expect(slow.view.you).toMatchObject({ factor: 2, closesAt: before.times })
  await other.until(({ you }) => you?.finished?.includes(segment) === true)
  expect(await slow.send({ type: 'answer', poll: 'one', round: 1, value: [0] })).toMatchObject({ ok: true })
  await presenter.until(({ quiz }) => quiz?.answered?.[0] === 2)
})

test('a deadline that passed meanwhile closes it as the server comes back, and nothing is lost', async () => {
  const { presenter, slow, other } = await begin(1)
  expect(await slow.send({ type: 'answer', poll: 'one', round: 1, value: [0] })).toMatchObject({ ok: true })
  await restart()
  // Whether extra time is over as well depends on how fast the server came back; it ends by itself.
  await presenter.until(({ quiz }) => quiz?.phase === 'closed' && quiz.writing === undefined)
  await other.until(({ quiz }) => quiz?.phase === 'closed')
  expect(await other.send({ type: 'answer', poll: 'one', round: 1, value: [1] })).toMatchObject({
    ok: false,
    reason: 'already-closed',
  })
  expect(presenter.view.quiz).toMatchObject({ answered: [1] })
})
