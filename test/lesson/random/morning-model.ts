/** What a class may count on in a morning, kept in the plainest way: who did what, and which words each may have read. */
import type { AnyCommand } from '../../../server/lesson/decision-types.ts'
import type { Lesson } from '../../../server/lesson/lesson.ts'
import type { Value } from '../../../server/wire/poll-view.ts'
import { DECKS, READ, STUDENTS, wordOf } from './morning-steps.ts'

interface Message {
  id: string
  student: string
  text: string
  name?: string
  state: 'waiting' | 'open' | 'shown' | 'answered' | 'hidden'
  votes: Set<string>
}

export interface Morning {
  /** Which of the decks is on. */
  deck: number
  /** Poll → its rounds; student → the answer acknowledged last. */
  rounds: Map<string, { answers: Map<string, Value>; discarded: boolean }[]>
  /** Question → its round, of the last start of the quiz. */
  quiz: Map<string, number>
  finished: Set<string>
  factors: Map<string, number>
  /** `student task` → mark, and how many hints. */
  marks: Map<string, 'done' | 'stuck'>
  known: Map<string, number>
  /** Task → how many hints were given to the stuck, and to all. */
  given: Map<string, { stuck: number; all: number }>
  queue: string[]
  messages: Message[]
  pulses: Map<string, { feeling: 'lost' | 'fast' | 'clear'; at: number; place: string }>
  named: Set<string>
  removed: Set<string>
  /** Student → words. */
  may: Map<string, Set<string>>
}

export const newMorning = (): Morning => ({
  deck: 0,
  rounds: new Map(),
  quiz: new Map(),
  finished: new Set(),
  factors: new Map(),
  marks: new Map(),
  known: new Map(),
  given: new Map(),
  queue: [],
  messages: [],
  pulses: new Map(),
  named: new Set(),
  removed: new Set(),
  may: new Map(STUDENTS.map(student => [student, new Set()])),
})

/** After a command that was acknowledged. @param before the lesson as it was @param now ms */
export function follow(model: Morning, command: AnyCommand, student: string, before: Lesson, now: number) {
  const tell = (...words: string[]) => {
    for (const may of model.may.values()) for (const word of words) may.add(`canary-${word}`)
  }
  const own = (word: string) => model.may.get(student)?.add(`canary-${word}-${wordOf(student)}`)
  const key = 'task' in command ? `${student} ${command.task}` : ''
  const begin = (poll: string) => {
    tell(`ask-${poll}`, `choice-${poll}`)
    model.rounds.set(poll, [...(model.rounds.get(poll) ?? []), { answers: new Map(), discarded: false }])
  }

  switch (command.type) {
    case 'open':
    case 'again':
      if (beginsRound(command.type, command.poll, before)) begin(command.poll)
      return
    case 'startQuiz': {
      if (before.quizzes.get('quiz')?.phase === 'open') return
      const { questions = [] } = DECKS[model.deck] ?? {}
      for (const poll of questions) if (before.polls.get(poll)?.at(-1)?.phase !== 'open') begin(poll)
      model.quiz = new Map(questions.map(poll => [poll, model.rounds.get(poll)?.length ?? 0]))
      model.finished.clear()
      return
    }
    case 'reset':
      Object.assign(model.rounds.get(command.poll)?.at(-1) ?? {}, { discarded: true })
      return
    case 'answer':
      model.rounds.get(command.poll)?.[command.round - 1]?.answers.set(student, command.value)
      if (command.poll === 'typed') own('typed')
      return
    case 'results':
      if (command.shown) showResults(model, command.poll, tell)
      return
    case 'solution':
      if (command.shown) showSolution(model, command.poll, tell)
      return
    case 'releaseQuiz':
      for (const poll of model.quiz.keys()) {
        if (command.results || command.solutions) showResults(model, poll, tell)
        if (command.solutions) showSolution(model, poll, tell)
      }
      return
    case 'finish':
      model.finished[command.on ? 'add' : 'delete'](student)
      return
    case 'extraTime':
      if (command.factor === 1) model.factors.delete(command.student)
      else model.factors.set(command.student, command.factor)
      return
    case 'mark':
      if (command.state === 'open') model.marks.delete(key)
      else model.marks.set(key, command.state)
      if (command.state === 'stuck') learn(model, student, command.task, model.given.get(command.task)?.stuck ?? 0)
      return
    case 'help':
      if (command.seat !== undefined) own('seat')
      if (!command.on || !model.queue.includes(student)) model.queue = model.queue.filter(id => id !== student)
      if (command.on && !model.queue.includes(student)) model.queue.push(student)
      return
    case 'helped':
      model.queue = model.queue.filter(id => id !== command.student)
      return
    case 'hint':
      give(model, command.task, command.to)
      return
    case 'ask': {
      const name = command.signed && model.named.has(student) && `canary-name-${wordOf(student)}`
      const id = `m${model.messages.length + 1}`
      const message = { id, student, text: command.text, state: 'waiting' as const, votes: new Set<string>() }
      model.messages.push({ ...message, ...(name && { name }) })
      model.may.get(student)?.add(command.text)
      return
    }
    case 'upvote':
      model.messages.find(({ id }) => id === command.message)?.votes[command.on ? 'add' : 'delete'](student)
      return
    case 'moderate':
      for (const message of model.messages) {
        if (message.id === command.message) message.state = command.state
        else if (command.state === 'shown' && message.state === 'shown') message.state = 'open'
        if (message.id === command.message && command.state !== 'hidden') {
          for (const word of [message.text, message.name]) if (word) tell(word.replace('canary-', ''))
        }
      }
      return
    case 'pulse': {
      const place = `${before.position.slide} ${before.position.f}`
      const { feeling } = command
      const last = model.pulses.get(student)
      if (feeling === 'none') model.pulses.delete(student)
      else if (last?.feeling !== feeling || last.place !== place || now - last.at >= 180_000)
        model.pulses.set(student, { feeling, at: now, place })
      return
    }
    case 'name':
      model.named.add(student)
      own('name')
      return
    case 'remove':
      model.removed.add(command.student)
      return
    case 'readmit':
      model.removed.delete(command.student)
      return
  }
}

/** Slides that the class has come to, as it stands. */
export function readSlides(model: Morning, { position, polls }: Lesson) {
  const asks = ['first', 'typed', 'added'].includes(position.slide) ? position.slide : undefined
  // Asked one by one, or after their start, questions are read with their slides.
  const asked = ['first', 'typed', 'added'].some(poll => polls.has(poll))
  const words = asks ? (asked ? [`ask-${asks}`, `choice-${asks}`] : []) : (READ[position.slide] ?? READ.shop ?? [])
  for (const may of model.may.values())
    for (const word of [...words, ...(asks ? ['quiz'] : [])]) may.add(`canary-${word}`)
}

function beginsRound(type: 'open' | 'again', poll: string, { polls }: Lesson): boolean {
  const round = polls.get(poll)?.at(-1)
  return type === 'again' ? round?.phase === 'closed' : round === undefined || round.discarded === true
}

function showResults(model: Morning, poll: string, tell: (...words: string[]) => void) {
  if (poll !== 'typed') return
  for (const { answers } of model.rounds.get(poll) ?? [])
    for (const value of answers.values()) tell(String(value).replace('canary-', ''))
}

function showSolution(model: Morning, poll: string, tell: (...words: string[]) => void) {
  tell(`why-${poll}`, ...(poll === 'typed' ? ['accepted'] : []))
  for (const [student, value] of model.rounds.get(poll)?.at(-1)?.answers ?? []) {
    const side = String(value) === '0' ? 'right' : 'wrong'
    model.may.get(student)?.add(`canary-said-${poll}-${side}`)
  }
}

function give(model: Morning, task: string, to: 'stuck' | 'all') {
  const count = DECKS[model.deck]?.tasks.find(({ id }) => id === task)?.hints.length ?? 0
  const before = model.given.get(task) ?? { stuck: 0, all: 0 }
  const pushed = Math.max(before.stuck, before.all)
  if (pushed >= count && to === 'stuck') return
  const number = pushed < count ? pushed + 1 : pushed
  model.given.set(task, { ...before, [to]: number })
  for (const student of STUDENTS) {
    if (to === 'all' || model.marks.get(`${student} ${task}`) === 'stuck') learn(model, student, task, number)
  }
}

const ALL_HINTS: Record<string, string[]> = { build: ['one', 'two', 'three'], ship: ['timed'] }

function learn(model: Morning, student: string, task: string, number: number) {
  const key = `${student} ${task}`
  model.known.set(key, Math.max(model.known.get(key) ?? 0, number))
  for (const word of (ALL_HINTS[task] ?? []).slice(0, number)) model.may.get(student)?.add(`canary-hint-${word}`)
}
