/** A morning with a canary in every secret place, and what two phones may have seen after each step of it. */
import type { Command } from '../../server/wire/messages.ts'

export const DECK = `---
identity: name
inbox: moderated
---
<!-- .slide: data-segment="talk" -->
# canary-talk

Note: canary-talk-notes

---
<!-- .slide: data-segment="quiz" data-title="canary-quiz" data-id="quiz" -->
# canary-quiz-card

----
<!-- .slide: data-qcm -->
# canary-one

![](canary-one.svg)

- [x] canary-one-right
  > canary-one-praise
- [ ] canary-one-wrong
  > canary-one-comfort

> canary-one-why

----
<!-- .slide: data-qcm="text" -->
# canary-two

- [x] canary-two-accepted

> canary-two-why

---
<!-- .slide: data-segment="break" data-duration="15m" data-title="canary-break" -->
# canary-break-slide

---
<!-- .slide: data-segment="workshop" data-title="canary-shop" -->
# canary-shop-slide

- [ ] canary-task
  > canary-hint-one ![](canary-hint.svg)

  > canary-hint-two

Note: canary-shop-notes

----
# canary-more

later <!-- .element: class="fragment" -->

- [ ] canary-other-task
  > canary-other-hint

---
<!-- .slide: data-segment="quiz" data-qcm -->
# canary-exam

- [x] canary-exam-right
- [ ] canary-exam-wrong

---
<!-- .slide: data-segment="talk" data-title="canary-end" -->
# canary-end-slide
`
const svg = (text: string) => `<svg xmlns="http://www.w3.org/2000/svg"><desc>${text}</desc></svg>`
export const FILES = { 'canary-one.svg': svg('canary-one-inside'), 'canary-hint.svg': svg('canary-hint-inside') }

/** What the deck keeps from the wall at first: its solutions, and from it for good: hints, notes, and what it says to one answer. */
export const NOT_ON_WALL = new Set(
  ['one-why', 'two-why', 'two-accepted', 'one-praise', 'one-comfort', 'hint-one', 'hint-two', 'hint-inside']
    .concat('other-hint', 'talk-notes', 'shop-notes')
    .map(word => `canary-${word}`),
)

export type Speaker = 'desk' | 'ada' | 'ben' | 'cleo'

export interface Step {
  by: Speaker
  /** Made when it is sent, with the ids of students by name. */
  command(id: Record<string, string>): Command
  /** Canaries, from the step on: of both phones, which the wall may show too, and of one alone. */
  all?: string[]
  ada?: string[]
  ben?: string[]
  /** Nothing at all may come to Ben's phone. */
  unheard?: true
  /** It is refused. */
  reason?: string
}

const QUIZ = 'quiz'
const go =
  (h: number, v = 0) =>
  (): Command => ({ type: 'move', h, v, f: -1 })
const say =
  (command: Command): (() => Command) =>
  () =>
    command
/** Something between Ada and the presenter, or Ada's phone alone. */
const between = (by: 'desk' | 'ada', command: Step['command'], ada: string[] = []): Step => ({
  by,
  command,
  ada,
  unheard: true,
})
const one = (student: string) => (value: number[]) =>
  ({ by: student, command: say({ type: 'answer', poll: 'canary-one', round: 1, value }) }) as Step

export const TALK_AND_QUIZ: Step[] = [
  { by: 'desk', command: say({ type: 'joinCode', shown: true }), all: ['talk'] },
  between('ada', say({ type: 'name', name: 'canary-name-ada' }), ['name-ada']),
  { by: 'ben', command: say({ type: 'name', name: 'canary-name-ben' }), ben: ['name-ben'] },
  { by: 'desk', command: go(1), all: ['quiz', 'quiz-card'] },
  { by: 'desk', command: go(1, 1) },
  between('ada', say({ type: 'pulse', feeling: 'lost' })),
  between('desk', id => ({ type: 'extraTime', student: id.ada ?? '', factor: 4 })),
  {
    by: 'desk',
    command: say({ type: 'startQuiz', segment: QUIZ, seconds: 10 }),
    all: ['one', 'one-inside', 'one-right', 'one-wrong', 'two'],
  },
  one('ben')([1]),
  { ...one('ada')([0]), unheard: true },
  between('ada', say({ type: 'finish', segment: QUIZ, on: true })),
  between('ada', say({ type: 'finish', segment: QUIZ, on: false })),
]

/** From the deadline of the class, while Ada's extra time runs. */
export const EXTRA_TIME: Step[] = [
  { by: 'desk', command: go(2), all: ['break', 'break-slide'] },
  between('ada', say({ type: 'answer', poll: 'canary-two', round: 1, value: 'canary-typed' }), ['typed']),
  { by: 'desk', command: say({ type: 'extendTimer', seconds: 60 }) },
  { by: 'desk', command: go(1, 2) },
  {
    by: 'desk',
    command: say({ type: 'releaseQuiz', segment: QUIZ, results: true, solutions: false }),
    reason: 'not-open',
    unheard: true,
  },
  between('desk', say({ type: 'stopQuiz', segment: QUIZ })),
  {
    by: 'desk',
    command: say({ type: 'releaseQuiz', segment: QUIZ, results: true, solutions: false }),
    all: ['typed'],
  },
  {
    by: 'desk',
    command: say({ type: 'releaseQuiz', segment: QUIZ, results: true, solutions: true }),
    all: ['one-why', 'two-why', 'two-accepted'],
    ada: ['one-praise'],
    ben: ['one-comfort'],
  },
]

export const WORKSHOP: Step[] = [
  { by: 'desk', command: go(3), all: ['shop', 'shop-slide', 'task', 'more', 'other-task'] },
  between('ada', say({ type: 'mark', task: 'canary-task', state: 'stuck' })),
  between('ada', say({ type: 'mark', task: 'canary-other-task', state: 'done' })),
  between('ada', say({ type: 'help', on: true, task: 'canary-task', seat: 'canary-seat' }), ['seat']),
  between('ada', say({ type: 'help', on: true, trying: true })),
  between('desk', id => ({ type: 'coming', student: id.ada ?? '' })),
  {
    ...between('desk', say({ type: 'hint', task: 'canary-task', to: 'stuck' }), ['hint-one', 'hint']),
    // Files have no student who asks for them: from here on, who guesses the address has the picture.
    all: ['hint-inside'],
  },
  between('desk', id => ({ type: 'helped', student: id.ada ?? '' })),
  { by: 'desk', command: say({ type: 'hint', task: 'canary-other-task', to: 'all' }), all: ['other-hint'] },
  between('ada', say({ type: 'mark', task: 'canary-task', state: 'done' })),
  { by: 'ben', command: say({ type: 'mark', task: 'canary-task', state: 'stuck' }), ben: ['hint-one', 'hint'] },
  { by: 'desk', command: say({ type: 'hint', task: 'canary-task', to: 'all' }), all: ['hint-two'] },
]

export const MESSAGES: Step[] = [
  between('ada', say({ type: 'ask', text: 'canary-unsigned', signed: false }), ['unsigned']),
  { by: 'ben', command: say({ type: 'ask', text: 'canary-signed', signed: true }), ben: ['signed'] },
  { by: 'cleo', command: say({ type: 'ask', text: 'canary-hidden', signed: true }), unheard: true },
  { by: 'desk', command: say({ type: 'moderate', message: 'm3', state: 'hidden' }), unheard: true },
  { by: 'desk', command: say({ type: 'moderate', message: 'm1', state: 'shown' }), all: ['unsigned'] },
  { by: 'desk', command: say({ type: 'moderate', message: 'm2', state: 'open' }), all: ['signed', 'name-ben'] },
  { by: 'ada', command: say({ type: 'upvote', message: 'm2', on: true }) },
  between('ada', say({ type: 'pulse', feeling: 'fast' })),
  { by: 'desk', command: go(4), all: [] },
  { by: 'desk', command: go(5), all: ['end', 'end-slide'] },
]
