/** Resuming a lesson with a very long log. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { LessonEvent } from '../../../server/lesson/lesson.ts'
import { rowOf } from '../../../server/log/commit-row.ts'
import { startAmphi } from '../processes/processes.ts'
import type { Bench } from '../scenarios.ts'
import type { Row } from '../table.ts'

const STUDENTS = 5_000
/** Answers that a room full of students gives between two writes to the disk. */
const PER_COMMIT = 20

export async function measureHistory({ scale, folder, flags, stop }: Bench): Promise<Row[]> {
  const deck = join(folder, 'deck.md')
  const data = join(folder, 'data')
  await writeFile(deck, '# A class that has lasted\n')
  const amphi = await startAmphi({ deck, data, flags }, stop)
  await amphi.kill()
  write(join(data, 'amphi.db'), amphi.code, scale.events)

  const start = performance.now()
  const again = await startAmphi({ deck, data, flags }, stop)
  const ms = performance.now() - start
  if (again.code !== amphi.code) throw new Error('the long lesson was not resumed')
  return [{ what: `log of ${scale.events.toLocaleString('en')} events → live`, unit: 'ms', ours: ms, most: 1_500 }]
}

function write(file: string, code: string, count: number) {
  const db = new DatabaseSync(file)
  const insert = db.prepare('INSERT INTO commits (lesson, version, events, checksum) VALUES (?, ?, ?, ?)')
  let version = Number(db.prepare('SELECT max(version) AS last FROM commits').get()?.last)
  const save = (events: LessonEvent[]) => {
    version += 1
    const row = rowOf(code, { version, events })
    insert.run(code, version, row.events, row.checksum)
  }

  db.exec('BEGIN')
  let batch: LessonEvent[] = []
  for (const event of events(count)) {
    if (batch.push(event) < PER_COMMIT) continue
    save(batch)
    batch = []
  }
  save(batch)
  db.exec('COMMIT')
  db.close()
}

/** Everybody joins; then a question is asked again and again, until there are enough events. */
function* events(count: number): Generator<LessonEvent> {
  const students = Array.from({ length: STUDENTS }, (_, index) => `STUDENT${String(index).padStart(3, '0')}`)
  const at = Date.now()
  let left = count
  for (const student of students) {
    if (left-- <= 0) return
    yield { type: 'joined', at, student }
  }
  const choices = ['A', 'B', 'C', 'D'].map(key => ({ key, html: `choice ${key}`, text: `choice ${key}` }))
  const definition = { id: 'q', kind: 'choice', multiple: false, prompt: 'Which?', text: 'Which?', points: 1 } as const
  for (let round = 1; left > 0; round++) {
    left -= 2
    yield { type: 'opened', at, poll: 'q', round, definition: { ...definition, choices, live: false } }
    for (const [index, student] of students.entries()) {
      if (left-- <= 0) break
      yield { type: 'answered', at, poll: 'q', round, student, value: [index % choices.length] }
    }
    yield { type: 'closed', at, poll: 'q', round }
  }
}
