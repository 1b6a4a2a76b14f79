/**
 * `npm run bench -- [flags]` measures what DESIGN §11 budgets, each figure beside its reference in the same run.
 *
 *   --students N   how many there are (default 2000; the budgets speak of 5000)
 *   --only NAME    this scenario and no other: class, restart, history, deck, edit, views, bytes or paint; may be given several times
 *   --runs N       runs of every scenario (default 1); the table shows medians
 *   --profile DIR  leaves CPU profiles of our server there
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureBytes } from './bytes.ts'
import { measureClass } from './class.ts'
import { measureDeck } from './deck.ts'
import { measureEdit } from './edit.ts'
import { measureHistory } from './history.ts'
import { measurePaint } from './paint.ts'
import { measureRestart } from './restart.ts'
import { machine, type Row, table } from './table.ts'
import { measureViews } from './views.ts'

/** What a scenario is given for one run. */
export interface Bench {
  students: number
  /** Empty, and removed afterwards. */
  folder: string
  /** Node's flags for our server. */
  flags: string[]
  /** Ends the processes that the scenario has started. */
  stop: AbortSignal
}

/** Ms that one run of a scenario may take. */
const TIME_LIMIT = 180_000

const scenarios: Record<string, (bench: Bench) => Promise<Row[]>> = {
  class: measureClass,
  restart: measureRestart,
  history: measureHistory,
  deck: measureDeck,
  edit: measureEdit,
  views: measureViews,
  bytes: measureBytes,
  paint: measurePaint,
}

const { values } = parseArgs({
  options: {
    students: { type: 'string', default: '2000' },
    runs: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: Object.keys(scenarios) },
    profile: { type: 'string' },
  },
})
const students = wholeNumber('students', 2)
const runs = wholeNumber('runs', 1)

process.stdout.write(`${students} students; ${machine()}\n\n`)
const measured: Row[][] = []
for (let run = 0; run < runs; run++) {
  const rows: Row[] = []
  for (const name of values.only) rows.push(...(await runScenario(name)))
  measured.push(rows)
}
process.stdout.write(`${table(measured)}\n`)

async function runScenario(name: string): Promise<Row[]> {
  const scenario = scenarios[name] ?? refuse(`--only takes ${Object.keys(scenarios).join(', ')}`)
  const ended = new AbortController()
  const stop = AbortSignal.any([ended.signal, AbortSignal.timeout(TIME_LIMIT)])
  const folder = await mkdtemp(join(tmpdir(), 'amphi-bench-'))
  const flags = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []
  try {
    return await scenario({ students, folder, flags, stop })
  } finally {
    ended.abort()
    await rm(folder, { recursive: true, maxRetries: 10 })
  }
}

function wholeNumber(flag: 'students' | 'runs', least: number): number {
  const number = Number(values[flag])
  return Number.isSafeInteger(number) && number >= least ? number : refuse(`--${flag} takes a number from ${least}`)
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
