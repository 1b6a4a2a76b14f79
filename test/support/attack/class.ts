/** An honest class during the attacks: the delays that it notices, in ms. */
import { setTimeout as delay } from 'node:timers/promises'
import { type Client, connect } from '../amphi.ts'
import type { Target } from './attacks.ts'

/** The longest that something took while it was watched, in ms. */
export interface Felt {
  join: number
  answer: number
  slide: number
}

export interface HonestClass {
  presenter: Client
  /** Joins, answers and moves on while the attack lasts. @returns the worst of each */
  during<T>(attack: Promise<T>): Promise<[T, Felt]>
  close(): void
}

/** Two slides of a workshop, the first with a task, the second with the question that the class answers all the time. */
export const DECK = `<!-- .slide: data-segment="workshop" -->
# Welcome

- [ ] Try it <!-- .element: data-id="honest-work" -->

---

<!-- .slide: data-qcm data-id="honest" -->
# Which one?

- [ ] this
- [x] that
`

/** Ms between two rounds of joining, answering and moving on. */
const PAUSE = 100

export async function honestClass({ origin, code }: Target, key: string, size: number): Promise<HonestClass> {
  const presenter = await connect(origin, code, 'presenter', key)
  const students = await Promise.all(Array.from({ length: size }, () => connect(origin, code, 'student')))
  await presenter.send({ type: 'open', poll: 'honest' })
  let turn = 0

  async function round(felt: Felt) {
    turn += 1
    const h = turn % 2
    felt.slide = Math.max(felt.slide, await timed(() => moved(h)))
    felt.answer = Math.max(felt.answer, await timed(answered))
    felt.join = Math.max(felt.join, await timed(joined))
  }

  async function moved(h: number) {
    await presenter.send({ type: 'move', h, v: 0, f: -1 })
    await Promise.all(students.map(student => student.until(({ position }) => position?.h === h)))
  }

  async function answered() {
    const student = students[turn % students.length]
    const reply = await student?.send({ type: 'answer', poll: 'honest', round: 1, value: [turn % 2] })
    if (reply && !reply.ok) throw new Error(`an honest answer was refused: ${reply.reason}`)
  }

  /** A phone that was there before, so that the class does not grow. */
  async function joined() {
    const token = students[turn % students.length]?.view.you?.token
    const phone = await connect(origin, code, 'student', token)
    phone.close()
  }

  return {
    presenter,
    async during(attack) {
      const felt = { join: 0, answer: 0, slide: 0 }
      let over = false
      const watched = attack.finally(() => {
        over = true
      })
      while (!over) {
        await round(felt)
        await Promise.race([watched, delay(PAUSE)])
      }
      return [await watched, felt]
    },
    close() {
      for (const client of [presenter, ...students]) client.close()
    },
  }
}

async function timed(act: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}
