/**
 * `npm run bench -- [flags]` measures what DESIGN §11 budgets, each figure beside its reference in the same run.
 *
 *   --students N   how many there are (default 2000, and 1000 in a workshop or quiz; the budgets speak of 5000)
 *   --only NAME    this scenario and no other: class, restart, history, deck, edit, views, bytes, paint, workshop or quiz; may be given several times
 *   --runs N       runs of every scenario (default 1); the table shows medians
 *   --small        everything as small as `npm test` runs it, to see that it still works
 *   --profile DIR  leaves CPU profiles of our server there
 */
import { parseArgs } from 'node:util'
import { FULL, runScenario, type Scale, type ScenarioName, SMALL, scenarios } from './scenarios.ts'
import { machine, type Row, table } from './table.ts'

const { values } = parseArgs({
  options: {
    students: { type: 'string' },
    runs: { type: 'string', default: '1' },
    only: { type: 'string', multiple: true, default: Object.keys(scenarios) },
    small: { type: 'boolean', default: false },
    profile: { type: 'string' },
  },
})
const size = values.small ? SMALL : FULL
const scale: Scale = {
  ...size,
  students: wholeNumber('students', 2, size.students),
  morning: wholeNumber('students', 2, size.morning),
}
const runs = wholeNumber('runs', 1, 1)
const names = values.only.map(scenario)
const flags = values.profile ? ['--cpu-prof', `--cpu-prof-dir=${values.profile}`] : []

process.stdout.write(`${scale.students} students; ${machine()}\n\n`)
const measured: Row[][] = []
for (let run = 0; run < runs; run++) {
  const rows: Row[] = []
  for (const name of names) rows.push(...(await runScenario(name, scale, flags)))
  measured.push(rows)
}
process.stdout.write(`${table(measured)}\n`)

function scenario(name: string): ScenarioName {
  return name in scenarios ? (name as ScenarioName) : refuse(`--only takes ${Object.keys(scenarios).join(', ')}`)
}

function wholeNumber(flag: 'students' | 'runs', least: number, otherwise: number): number {
  const number = Number(values[flag] ?? otherwise)
  return Number.isSafeInteger(number) && number >= least ? number : refuse(`--${flag} takes a number from ${least}`)
}

function refuse(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
