/** What CSV files say of quizzes, workshops and messages. */
import { describe, expect, test } from 'vitest'
import { csv, fileName } from '../../server/report/csv.ts'
import { joined, reportOf } from './sample-lessons.ts'

describe('tables of a morning', () => {
  const minute = 60_000
  const told = {
    ...reportOf(joined('s1', 2), joined('s2', 3)),
    quizzes: [{ segment: 'q', title: 'QCM', polls: [], openedAt: minute }],
    workshops: [
      {
        segment: 'w',
        title: '',
        enteredAt: 0,
        tasks: [
          { id: 't1', text: '=1+1', done: [5, 6], median: 2.5 * minute, stuck: 3, still: 1, hints: 2 },
          { id: 't2', text: 'Build', done: [], stuck: 0, still: 0, hints: 0 },
        ],
      },
    ],
    help: [{ student: 's1', task: 't1', since: 1 }],
    messages: [{ id: 'm1', text: 'Why?\n=x', at: 90_001, votes: 2, state: 'answered' as const }],
  }
  const [first, second] = told.students
  const students = [
    {
      ...first,
      finished: [{ segment: 'q', at: 5.25 * minute }],
      tasks: [{ task: 't1', state: 'done' as const, at: 1 }],
    },
    { ...second, tasks: [{ task: 't1', state: 'stuck' as const, at: 1 }] },
  ] as typeof told.students
  const lines = (lang: string, table: 'students' | 'tasks' | 'messages') =>
    csv({ ...told, students }, lang, table)
      .slice(1)
      .split('\r\n')
      .slice(0, -1)

  test('students have when they finished a quiz, and how many tasks they have done', () => {
    expect(lines('en', 'students')).toEqual([
      'id,name,total,out of 20,QCM: finished after (min),workshop: tasks done',
      's1,,0,,4.3,1',
      's2,,0,,,0',
    ])
  })

  test('tasks have a row each', () => {
    expect(lines('fr', 'tasks')).toEqual([
      'atelier;tâche;faite;médiane (min);bloqués;encore bloqués;indices donnés;appels à l’aide',
      "atelier;'=1+1;2;2,5;3;1;2;1",
      'atelier;Build;0;;0;0;0;0',
    ])
  })

  test('messages have a row each, and are no formulas', () => {
    expect(lines('en', 'messages').join()).toBe('after (min),message,name,votes,state,1.5,"Why?\n\'=x",,2,answered')
  })

  test('are files of their own', () => {
    expect(
      fileName({ ...told, lesson: { ...told.lesson, startedAt: new Date(2026, 10, 7).getTime() } }, 'fr', 'tasks'),
    ).toBe('Docker 2026-11-07 tâches.csv')
  })
})
