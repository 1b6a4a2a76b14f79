/** A server is killed during a lesson and restarted immediately. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { handshake, startAmphi, startStudents } from '../processes/processes.ts'
import type { Bench } from '../scenarios.ts'
import type { Row } from '../table.ts'

export async function measureRestart({ scale: { students: count }, folder, flags, stop }: Bench): Promise<Row[]> {
  const deck = join(folder, 'deck.md')
  await writeFile(deck, '# A class that goes on\n')
  const parts = { deck, data: join(folder, 'data'), flags }
  const amphi = await startAmphi(parts, stop)
  const students = startStudents(stop)
  const hello = handshake(amphi, 'student')
  await students.do({ do: 'connect', url: amphi.sockets, count, hello })

  const back = students.do({ do: 'return', url: amphi.sockets, hello })
  await amphi.kill()
  await startAmphi({ ...parts, port: Number(new URL(amphi.origin).port) }, stop)
  const { firstMs, ms } = await back
  return [
    { what: 'kill −9 → first student served', unit: 'ms', ours: firstMs, most: 1_000 },
    { what: 'kill −9 → all students back', unit: 'ms', ours: ms, most: 4_000 },
  ]
}
