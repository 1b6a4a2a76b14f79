/** How events change a lesson: the only place where a state is made. Pure. */
import { evolveInbox } from './inbox/evolve-inbox.ts'
import { emptyLesson, type Lesson, type LessonEvent } from './lesson.ts'
import { withName, withNameHidden, withoutStudents, withStudent, withStudentAgain } from './people/students.ts'
import { evolveQuiz } from './quiz/evolve-quiz.ts'
import { evolveSegments } from './segments/evolve-segments.ts'
import { moderate } from './vote/moderation.ts'
import { type Answered, beginRound, discard, withAnswers, withCurrentRound, withEveryRound } from './vote/rounds.ts'
import { closedClock, reopenedClock, retimed, startedClock } from './vote/voting-clock.ts'
import { evolveWorkshop } from './workshop/evolve-workshop.ts'

/** Most changes of slide that are remembered; a day of leafing back and forth has fewer. */
const MAX_TRAIL = 10_000

export function evolve(lesson: Lesson, event: LessonEvent): Lesson {
  switch (event.type) {
    case 'started': {
      const { at, code, title, deck, lang } = event
      return { ...lesson, code, title, deck, startedAt: at, ...(lang && { lang }) }
    }
    case 'moved': {
      const { h, v, f, slide } = event
      const shown = lesson.shown.set(slide, Math.max(lesson.shown.get(slide) ?? -1, f))
      return { ...lesson, position: { h, v, f, slide, at: event.at }, shown, trail: trailAfter(lesson, event) }
    }
    case 'blanked':
      return { ...lesson, blank: event.on }
    case 'announced':
      return beginRound(lesson, event, { phase: 'ready', opensAt: event.opensAt })
    case 'opened':
      return beginRound(lesson, event, { phase: 'open', ...startedClock(event.at, event.closesAt) })
    case 'timed':
      return withCurrentRound(lesson, event.poll, round => retimed(round, event))
    case 'closed':
      return withCurrentRound(lesson, event.poll, round => closedClock(round, event.at, event.extra))
    case 'reopened':
      return withCurrentRound(lesson, event.poll, reopenedClock)
    case 'resultsShown':
      return withCurrentRound(lesson, event.poll, round => ({ ...round, results: event.shown }))
    case 'solutionShown':
      return withCurrentRound(lesson, event.poll, round => ({ ...round, solution: event.shown }))
    case 'reset':
      return withCurrentRound(lesson, event.poll, discard)
    case 'answered':
      return withAnswers(lesson, [event])
    case 'joined':
      return withStudent(lesson, event.student, {
        ...lesson.students.get(event.student),
        joinedAt: event.at,
        removed: false,
      })
    case 'named':
      return withName(lesson, event.student, event.name)
    case 'removed':
      return withoutStudents(lesson, [event.student])
    case 'swept':
      return withoutStudents(lesson, event.students, event.gone)
    case 'readmitted':
      return withStudentAgain(lesson, event.student)
    case 'locked':
      return { ...lesson, locked: event.on }
    case 'textHidden':
    case 'textMerged':
      return withEveryRound(lesson, event.poll, round => ({
        ...round,
        moderated: moderate(round.moderated, round.definition, event),
      }))
    case 'nameHidden':
      return withNameHidden(lesson, event.student, event.hidden)
    case 'rankingShown':
      return { ...lesson, ranking: event.shown }
    case 'joinCodeShown':
      return { ...lesson, joinCode: event.shown }
    case 'edited': {
      const [known, edited] = [lesson.aliases, event.aliases]
      const slides = { ...known.slides, ...edited.slides }
      const polls = { ...known.polls, ...edited.polls }
      return { ...lesson, aliases: { slides, polls, tasks: { ...known.tasks, ...edited.tasks } } }
    }
    case 'ended':
      return { ...lesson, endedAt: event.at }
    case 'segmentEntered':
    case 'paceSet':
    case 'timerSet':
    case 'timerStopped':
      return evolveSegments(lesson, event)
    case 'quizStarted':
    case 'quizTimed':
    case 'quizClosed':
    case 'finished':
    case 'extraTimeGiven':
      return evolveQuiz(lesson, event)
    case 'tasksListed':
    case 'marked':
    case 'helpAsked':
    case 'helpComing':
    case 'helpEnded':
    case 'hintGiven':
      return evolveWorkshop(lesson, event)
    case 'asked':
    case 'upvoted':
    case 'moderated':
    case 'pulsed':
      return evolveInbox(lesson, event)
    default:
      return event satisfies never
  }
}

/** Applies all events in turn. Answers in a row are put in together: one by one, each would copy the round. */
export function fold(events: Iterable<LessonEvent>, from = emptyLesson): Lesson {
  let lesson = from
  let run: Answered[] = []
  for (const event of events) {
    if (event.type !== 'answered' || event.poll !== run[0]?.poll) {
      lesson = withAnswers(lesson, run)
      run = []
    }
    if (event.type === 'answered') run.push(event)
    else lesson = evolve(lesson, event)
  }
  return withAnswers(lesson, run)
}

/** Steps on one slide are one visit. */
function trailAfter({ trail, shown }: Lesson, { type: _, f: __, ...stop }: Extract<LessonEvent, { type: 'moved' }>) {
  if (trail.last()?.slide === stop.slide || (trail.size >= MAX_TRAIL && shown.has(stop.slide))) return trail
  return trail.push(stop)
}
