/** The report of a whole morning: talk, quiz, break and workshop, with what students wrote and how it went. */
import type { Report } from '../../../server/wire/report-view.ts'
import { answerOf, pollOf, reportOf, studentOf } from '../../client/report/given.ts'
import { HOSTILE, MINUTE, START } from './class.ts'

const at = (minute: number) => START + minute * MINUTE
const TASKS = ['Check your tools', 'Run a server', 'A volume that outlives two containers', HOSTILE]

export const students = Array.from({ length: 12 }, (_, index) =>
  studentOf({
    id: `s${index}`,
    ...(index > 0 && { name: `Student ${index}` }),
    points: 1,
    mark: 10 + (index % 5),
    answers: [answerOf({ at: at(52 + (index % 5)), right: index % 2 === 0, points: 1 })],
    ...(index < 9 && { finished: [{ segment: 'qcm', at: at(57 + index) }] }),
    tasks: TASKS.slice(0, 1 + (index % 4)).map((task, done) => ({
      task,
      state: done === 3 ? ('stuck' as const) : ('done' as const),
      at: at(90 + 10 * done + index),
    })),
  }),
)

const doneBy = (task: string) =>
  students
    .flatMap(({ tasks = [] }) => tasks.flatMap(mark => (mark.task === task && mark.state === 'done' ? mark.at : [])))
    .sort((a, b) => a - b)

export const morning: Report = {
  ...reportOf({
    students,
    timeline: [0, 6, 20, 50, 66, 82].map((minute, h) => ({ at: at(minute), h, v: 0, number: h + 1 })),
    polls: [
      pollOf({ points: 1, difficulty: 0.5, choices: ['a', 'b'], keys: ['A', 'B'], rounds: [{ openedAt: at(50) }] }),
    ],
    segments: [
      { segment: 'talk', kind: 'talk', title: 'Docker', seconds: 3000, at: at(2), until: at(50) },
      { segment: 'qcm', kind: 'quiz', title: 'QCM', seconds: 900, at: at(50), until: at(66) },
      { segment: 'break', kind: 'break', title: '', seconds: 900, at: at(66), until: at(82) },
      { segment: 'shop', kind: 'workshop', title: 'Workshop', seconds: 7200, at: at(82), until: at(212) },
    ],
    quizzes: [{ segment: 'qcm', title: 'QCM', polls: ['q'], openedAt: at(50), closedAt: at(65), seconds: 900 }],
    workshops: [
      {
        segment: 'shop',
        title: 'Workshop',
        enteredAt: at(82),
        tasks: TASKS.map((text, index) => {
          const done = doneBy(text)
          return {
            id: text,
            text,
            done,
            ...(done.length > 0 && { median: (5 + index) * MINUTE }),
            stuck: index,
            still: index > 2 ? 1 : 0,
            hints: index > 1 ? 2 : 0,
          }
        }),
      },
    ],
    help: [
      { student: 's1', task: HOSTILE, since: at(100), comingAt: at(104), endedAt: at(110), by: 'presenter' },
      { student: 's2', since: at(120), endedAt: at(121), by: 'student' },
      { student: 's3', task: HOSTILE, since: at(150), comingAt: at(160) },
      { student: 's4', since: at(200) },
    ],
    messages: [
      { id: 'm1', text: 'Is a volume backed up?', at: at(30), votes: 2, state: 'waiting' },
      { id: 'm2', text: `${HOSTILE} https://example.org`, name: HOSTILE, at: at(40), votes: 9, state: 'answered' },
      { id: 'm3', text: 'هل هذا آمن؟', at: at(45), votes: 0, state: 'hidden' },
    ],
    pulses: [
      { slide: 'why', number: 2, title: 'Why containers', lost: 0, fast: 1, clear: 4, steps: [] },
      { slide: 'x', number: 3, label: '2.1', lost: 0, fast: 0, clear: 7, steps: [] },
      {
        slide: 'cache',
        number: 20,
        title: 'The build cache',
        lost: 7,
        fast: 2,
        clear: 1,
        steps: [
          { f: 1, lost: 6 },
          { f: 2, lost: 2 },
        ],
      },
    ],
  }),
  lesson: { code: '482913', title: 'Docker', startedAt: START, endedAt: at(212) },
}
