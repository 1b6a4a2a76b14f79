/** What a page is told of the parts of a morning: the segment, its quiz, workshop and timer, the inbox and the pulse. */

export interface SegmentView {
  /** Id of the slide that it begins with. */
  id: string
  kind: 'talk' | 'quiz' | 'workshop' | 'break'
  title: string
  /** `class`: phones follow the class; `self`: each student walks through its slides alone. */
  pace: 'class' | 'self'
  /** When one of its slides was first gone to, ms since the epoch. */
  enteredAt: number
  /** What is planned for it; absent when the deck does not say. */
  seconds?: number
  /** The segment after it, no more than that. */
  next?: { kind: 'talk' | 'quiz' | 'workshop' | 'break'; seconds?: number }
}

export interface QuizView {
  /** Id of its segment. */
  segment: string
  phase: 'ready' | 'open' | 'closed'
  /** Ids of its polls in the deck's order; students get none before the start. */
  questions: string[]
  openedAt?: number
  closesAt?: number
  /** Ms that are left, while its clock is stopped. */
  left?: number
  /** Presenter and screen: how many students say that they are done. */
  finished?: number
  /** Presenter and screen: how many have answered each question. */
  answered?: number[]
  /** Presenter, while extra time runs: how many are still writing, and until when. */
  writing?: { students: number; until: number }
}

export interface TimerView {
  endsAt: number
  /** As it was set, with what was added. */
  seconds: number
  kind: 'break' | 'timer'
}

export interface WorkshopView {
  tasks: TaskView[]
  /** Presenter: who waits for help, the longest first. */
  help?: HelpView[]
  /** How many wait for help; the list ends after the first two hundred. */
  waiting: number
}

export interface TaskView {
  id: string
  h: number
  v: number
  /** Plain text. */
  text: string
  /** Students who have done it. */
  done: number
  /** Presenter: students who are stuck on it. */
  stuck?: number
  /** Presenter: how many hints it has. */
  hints?: number
  /** Presenter: how many of them have been given. */
  pushed?: number
  /** Presenter: how many of them all students have been given, not just those who are stuck. */
  toAll?: number
  /** Presenter: HTML of the hint that would be given next. */
  hint?: string
}

export interface HelpView {
  student: string
  name?: string
  seat?: string
  task?: string
  since: number
  /** The presenter is on the way. */
  coming?: true
  /** The student keeps the place in the queue, and tries on alone meanwhile. */
  trying?: true
}

export interface InboxView {
  /** Presenter: all; students: those that everybody may read. */
  messages?: MessageView[]
  /** How many there are beyond those; absent when these are all. */
  more?: number
  /** Screen: the one that is shown. */
  message?: MessageView | null
}

export interface MessageView {
  id: string
  text: string
  /** Of who signed it. */
  name?: string
  at: number
  votes: number
  state: 'waiting' | 'open' | 'shown' | 'answered' | 'hidden'
}

/** How many feel so, of those who said it within the last minutes. */
export interface PulseView {
  lost: number
  fast: number
  clear: number
}
