/** Random mornings, as steps: a deck with a quiz, a break and a workshop, how it is edited, and what presenter and students do. */
import fc from 'fast-check'
import { parse } from '../../../server/deck/parse.ts'
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'

export const STUDENTS = ['STUDENT-ANNA', 'STUDENT-BEN', 'STUDENT-CLEO']
/** Words of one student: names, seats and answers are told apart by them. */
export const wordOf = (student: string) => student.toLowerCase().replace('student-', '')

const hint = (word: string) => `  > canary-hint-${word}\n`
const question = (id: string) => `----
<!-- .slide: data-qcm data-id="${id}" -->
# canary-ask-${id}

- [x] canary-choice-${id}
  > canary-said-${id}-right
- [ ] no
  > canary-said-${id}-wrong

> canary-why-${id}

`
const TEXT = `----
<!-- .slide: data-qcm="text" data-id="typed" -->
# canary-ask-typed

- [x] canary-accepted
`
interface Parts {
  build: string
  ship: boolean
  hints: string[]
  added: boolean
}
const written = ({ build, ship, hints, added }: Parts) => `---
identity: name
inbox: moderated
---
<!-- .slide: data-segment="talk" data-id="talk" -->
# canary-talk

Note: canary-notes

---
<!-- .slide: data-segment="quiz" data-id="quiz" data-title="canary-quiz" data-duration="20s" -->
# canary-card

${question('first')}${TEXT}${added ? question('added') : ''}
---
<!-- .slide: data-segment="break" data-id="break" data-title="canary-break" data-duration="1m" -->
# canary-coffee

---
<!-- .slide: data-segment="workshop" data-id="shop" data-title="canary-shop" -->
# canary-work

- [ ] ${build} <!-- .element: data-id="build" -->
${hints.map(hint).join('\n')}

----
<!-- .slide: data-id="more" -->
# canary-more

later <!-- .element: class="fragment" -->

${ship ? `- [ ] canary-ship <!-- .element: data-id="ship" -->\n${hint('timed')}  <!-- .element: data-hint="20s" -->` : 'Nothing.'}

---
<!-- .slide: data-segment="talk" data-id="end" data-title="canary-end" -->
# canary-bye
`
const BASE: Parts = { build: 'canary-build', ship: true, hints: ['one ![](hint.svg)', 'two'], added: false }

/** The deck as it is at first, and as it is edited to: a task reworded, one deleted, a question and a hint added. */
export const DECKS = [
  BASE,
  { ...BASE, build: 'canary-reworded', hints: ['one ![](hint.svg)'] },
  { ...BASE, ship: false },
  { ...BASE, added: true, hints: ['one ![](hint.svg)', 'two', 'three'] },
].map((parts, index) => ({
  deck: { ...parse(written(parts), { assets: '/', seed: '' }), version: `v${index}` },
  tasks: [
    { id: 'build', hints: parts.hints.map((_, index) => `canary-hint-${['one', 'two', 'three'][index]}`) },
    ...(parts.ship ? [{ id: 'ship', hints: ['canary-hint-timed'] }] : []),
  ],
  questions: ['first', 'typed', ...(parts.added ? ['added'] : [])],
}))

/** Slide → what is read once the class has come to it; the workshop is shown whole. */
const SHOP = ['shop', 'work', 'build', 'reworded', 'more', 'ship']
export const READ: Record<string, string[]> = {
  talk: ['talk'],
  quiz: ['quiz', 'card'],
  break: ['break', 'coffee'],
  shop: SHOP,
  end: ['end', 'bye'],
}

export type Step =
  | { do: 'restart' }
  | { do: 'edit'; to: number }
  | { do: 'wait'; ms: number }
  | { do: 'present'; command: AnyCommand }
  /** Together. Answers get their round and their text when they are sent. */
  | { do: 'study'; all: { student: string; command: AnyCommand }[] }
  /** A phone loses the network, and keeps what is tapped; once it is back it sends all of that, twice. */
  | { do: 'network'; student: string; on: boolean }

const of = fc.constantFrom
const student = of(...STUDENTS)
const poll = of('first', 'first', 'typed', 'added')
const task = of('build', 'build', 'build', 'ship', 'ship', 'nothing')
const message = of('m1', 'm1', 'm2', 'm3')
const on = of(true, true, false)
const segment = of(...Array<string>(8).fill('quiz'), 'shop', 'nothing')
const is = <T extends string>(...types: T[]) => of(...types)
const confirmed = fc.constant(true as const)

const ofQuiz: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: is('startQuiz'), segment, seconds: of(5, 20, 60) }) },
  fc.record({ type: is('stopQuiz'), segment }),
  fc.record({ type: is('extendQuiz'), segment, seconds: of(5, 30) }),
  { weight: 2, arbitrary: fc.record({ type: is('pauseQuiz'), segment, on: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: is('releaseQuiz'), segment, results: on, solutions: fc.boolean() }) },
  fc.record({ type: is('releaseQuiz'), segment, results: on, solutions: fc.boolean(), confirmed }),
  { weight: 2, arbitrary: fc.record({ type: is('extraTime'), student, factor: of(1, 4 / 3, 2, 4, 4) }) },
)
const ofQuestions: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: is('open', 'close', 'again', 'reset', 'reopen'), poll }) },
  fc.record({ type: is('open'), poll, seconds: of(5, 30) }),
  { weight: 2, arbitrary: fc.record({ type: is('results', 'solution'), poll, shown: on }) },
)
const ofWorkshop: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: is('hint'), task, to: is('stuck', 'all') }) },
  { weight: 2, arbitrary: fc.record({ type: is('coming', 'helped'), student }) },
  fc.record({ type: is('pace'), segment: of('shop', 'talk'), to: is('class', 'self') }),
)
const always: fc.Arbitrary<AnyCommand> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ type: is('moderate'), message, state: is('open', 'shown', 'answered', 'hidden') }),
  },
  { weight: 2, arbitrary: fc.record({ type: is('remove', 'readmit', 'readmit'), student }) },
  fc.oneof(
    fc.record({ type: is('timer'), seconds: of(10, 90) }),
    fc.record({ type: is('extendTimer'), seconds: of(60) }),
    fc.record({ type: is('stopTimer') }),
  ),
)
const to = (h: number, v = 0): AnyCommand => ({ type: 'move', h, v, f: -1 })
const moves = of(to(0), to(1), to(1, 1), to(1, 2), to(1, 3), to(2), to(3), to(3, 1), to(4), to(9))

const answering: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: is('answer'), poll, round: of(0), value: fc.tuple(fc.nat(1)) }) },
  { weight: 1, arbitrary: fc.record({ type: is('finish'), segment, on }) },
)
const working: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: is('mark'), task, state: is('done', 'stuck', 'stuck', 'open') }) },
  {
    weight: 2,
    arbitrary: fc.record(
      { type: is('help'), on, task, seat: of('seat'), trying: fc.boolean() },
      { requiredKeys: ['type', 'on'] },
    ),
  },
)
const saying: fc.Arbitrary<AnyCommand> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: is('ask'), text: of('text'), signed: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ type: is('upvote'), message, on }) },
  { weight: 2, arbitrary: fc.record({ type: is('pulse'), feeling: is('lost', 'fast', 'clear', 'none') }) },
  fc.record({ type: is('name'), name: of('name') }),
)

const steps = (present: fc.Arbitrary<AnyCommand>, study: fc.Arbitrary<AnyCommand>, length: number) =>
  fc.array(
    fc.oneof(
      { weight: 8, arbitrary: present.map((command): Step => ({ do: 'present', command })) },
      {
        weight: 9,
        arbitrary: fc
          .array(fc.record({ student, command: fc.oneof({ weight: 3, arbitrary: study }, saying) }), {
            minLength: 3,
            maxLength: 6,
            size: 'max',
          })
          .map((all): Step => ({ do: 'study', all })),
      },
      { weight: 3, arbitrary: fc.record({ do: is('wait'), ms: of(700, 3_000, 6_000, 11_000, 200_000) }) },
      { weight: 2, arbitrary: fc.record({ do: is('network'), student, on: fc.boolean() }) },
      { weight: 1, arbitrary: fc.record({ do: is('edit'), to: fc.nat(DECKS.length - 1) }) },
      { weight: 1, arbitrary: fc.constant<Step>({ do: 'restart' }) },
    ),
    { minLength: length, maxLength: length, size: 'max' },
  )
const weighted = (main: fc.Arbitrary<AnyCommand>) =>
  fc.oneof({ weight: 5, arbitrary: main }, { weight: 2, arbitrary: always }, { weight: 1, arbitrary: moves })
const begin = (...commands: AnyCommand[]): Step[] => commands.map(command => ({ do: 'present', command }))

/** A quiz, or its questions one by one; a workshop; and then anything. */
export const mornings: fc.Arbitrary<Step[]> = fc
  .tuple(
    of(begin(to(1)), begin(to(1), { type: 'startQuiz', segment: 'quiz', seconds: 20 })),
    steps(fc.oneof({ weight: 3, arbitrary: weighted(ofQuiz) }, weighted(ofQuestions)), answering, 22),
    fc.constant(begin(to(3))),
    steps(weighted(ofWorkshop), working, 18),
    steps(fc.oneof(ofQuiz, ofQuestions, ofWorkshop, always, moves), fc.oneof(answering, working), 15),
  )
  .map(parts => parts.flat())
