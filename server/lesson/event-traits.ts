/** What each type of event means to the server. One that is left out does not compile. */
import type { LessonEvent } from './lesson.ts'

interface Traits {
  /** It changes only counts; there may be thousands of them a second. */
  counted?: true
  /** It is part of the show itself, and takes effect even while nothing can be saved. */
  passing?: true
}

const traits: Record<LessonEvent['type'], Traits> = {
  started: {},
  moved: { passing: true },
  blanked: { passing: true },
  announced: {},
  opened: {},
  timed: {},
  closed: {},
  reopened: {},
  resultsShown: {},
  solutionShown: {},
  reset: {},
  textHidden: {},
  textMerged: {},
  joined: { counted: true },
  named: { counted: true },
  answered: { counted: true },
  locked: {},
  edited: { passing: true },
  removed: {},
  swept: {},
  readmitted: {},
  nameHidden: {},
  rankingShown: {},
  joinCodeShown: { passing: true },
  ended: {},
  segmentEntered: { passing: true },
  paceSet: { passing: true },
  timerSet: { passing: true },
  timerStopped: { passing: true },
  quizStarted: {},
  quizTimed: {},
  quizClosed: {},
  finished: { counted: true },
  extraTimeGiven: {},
  tasksListed: { passing: true },
  marked: { counted: true },
  helpAsked: { counted: true },
  helpComing: { counted: true },
  helpEnded: { counted: true },
  hintGiven: {},
  asked: { counted: true },
  upvoted: { counted: true },
  moderated: {},
  pulsed: { counted: true },
}

export const isCounted = ({ type }: LessonEvent): boolean => traits[type].counted ?? false

export const isPassing = ({ type }: LessonEvent): boolean => traits[type].passing ?? false
