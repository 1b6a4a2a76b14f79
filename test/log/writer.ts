/** A process for tests of the SQLite log to kill or to starve: appends to the lesson 482913 and prints a line per result. */
import { NotSaved } from '../../server/log/log.ts'
import { openSqlite } from '../../server/log/sqlite.ts'

const [folder = '', task] = process.argv.slice(2)
const log = openSqlite(folder)

if (task === 'endless') {
  for (let version = 1; await append(version, 'x'); version++) print(`acked ${version}`)
}
if (task === 'too-much') {
  print(`small ${await append(1, 'x')}`)
  print(`large ${await append(2, 'x'.repeat(4_000_000))}`)
  print(`small ${await append(2, 'y')}`)
}

async function append(version: number, name: string) {
  try {
    return await log.append('482913', version, [{ type: 'named', student: 's1', name, at: version }])
  } catch (error) {
    if (error instanceof NotSaved) return 'not saved'
    throw error
  }
}

function print(line: string) {
  process.stdout.write(`${line}\n`)
}
