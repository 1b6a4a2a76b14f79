/** Reports with nothing in them but what a test names. */
import type { Report } from '../../../server/wire/report-view.ts'

type Poll = Report['polls'][number]
type Student = Report['students'][number]
type Answer = Student['answers'][number]

export const reportOf = ({
  endedAt,
  ...parts
}: Partial<Omit<Report, 'lesson'>> & { endedAt?: number | undefined }): Report => ({
  lesson: { code: '482913', title: 'Docker', startedAt: 0, ...(endedAt !== undefined && { endedAt }) },
  timeline: [],
  polls: [],
  students: [],
  ...parts,
})

export const pollOf = ({
  rounds = [{}],
  ...parts
}: Partial<Omit<Poll, 'rounds'>> & { rounds?: Partial<Poll['rounds'][number]>[] }): Poll => ({
  id: 'q',
  kind: 'choice',
  prompt: 'Which?',
  ...parts,
  rounds: rounds.map((round, index) => ({
    round: index + 1,
    openedAt: 0,
    answered: 0,
    results: { total: 0, counts: [] },
    ...round,
  })),
})

export const studentOf = (parts: Partial<Student>): Student => ({ id: 's', points: 0, answers: [], ...parts })

export const answerOf = (parts: Partial<Answer>): Answer => ({ poll: 'q', round: 1, value: [0], at: 0, ...parts })
