/** The small inputs in `../shared/cases`, each of which once failed. Without that folder the tests are left out. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'

const SHARED = join(import.meta.dirname, '../../../shared/cases')

export type Folder = 'questions' | 'decks'

/** Runs one test for each case of a folder; `checks` maps its number to the check. */
export function testCases(folder: Folder, cases: Record<string, (file: string) => Promise<void> | void>): void {
  const files = inputs(folder)
  describe.skipIf(files.length === 0)(`shared cases: ${folder}`, () => {
    for (const [number, run] of Object.entries(cases)) {
      const name = files.find(file => file.startsWith(`${number}-`))
      test(name ?? `${number} (has gone)`, () => {
        if (name === undefined) throw new Error(`there is no case ${number} in ${folder}`)
        return run(join(SHARED, folder, name))
      })
    }
  })
}

/** The input file of each case, or its description if it has none. */
function inputs(folder: Folder): string[] {
  if (!existsSync(join(SHARED, folder))) return []
  const names = readdirSync(join(SHARED, folder)).filter(name => /^\d\d-/.test(name))
  const describes = (name: string) => name.endsWith('.expect.txt')
  const alone = (name: string) => !names.some(other => !describes(other) && other.slice(0, 3) === name.slice(0, 3))
  return names.filter(name => !describes(name) || alone(name))
}
