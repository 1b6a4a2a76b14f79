/** Questions, the events of a lesson that asks them, and the report of these events. */
import type { ChoiceQuestion } from '../../server/deck/question-types.ts'
import { fold } from '../../server/lesson/evolve.ts'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { report } from '../../server/report/report.ts'

export const one = question('one', 'Which one?', [false, true, false])
export const several = { ...question('several', 'Which ones?', [true, false, true]), multiple: true, points: 2 }
export const survey = question('survey', 'How is it going?', [undefined, undefined])
/** Displayed in a different order than written. */
export const shuffled = withKeys(question('shuffled', 'In any order?', [true, false]), ['B', 'A'])

export function question(id: string, text: string, right: (boolean | undefined)[]): ChoiceQuestion {
  return {
    id,
    kind: 'choice',
    multiple: false,
    prompt: text,
    text,
    choices: right.map((it, index) => ({
      key: 'ABC'[index] ?? '',
      html: '',
      text: `choice ${index}`,
      ...(it !== undefined && { right: it }),
    })),
    points: 1,
    live: false,
  }
}

export function withKeys(asked: ChoiceQuestion, keys: string[]): ChoiceQuestion {
  return { ...asked, choices: asked.choices.map((choice, index) => ({ ...choice, key: keys[index] ?? '' })) }
}

const started: LessonEvent = { at: 1, type: 'started', code: '482913', title: 'Docker', deck: 'docker.md' }
export const joined = (student: string, at: number): LessonEvent => ({ at, type: 'joined', student })
export const nameOf = (student: string, name: string): LessonEvent => ({ at: 2, type: 'named', student, name })
export const opened = (definition: ChoiceQuestion, at: number, round = 1): LessonEvent => ({
  at,
  type: 'opened',
  poll: definition.id,
  round,
  definition,
})
export const answered = (
  to: ChoiceQuestion,
  round: number,
  student: string,
  value: number[],
  at: number,
): LessonEvent => ({
  at,
  type: 'answered',
  poll: to.id,
  round,
  student,
  value,
})
export const reportOf = (...events: LessonEvent[]) => report(fold([started, ...events]))
