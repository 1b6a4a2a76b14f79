/** The small inputs of `../shared/cases`, each of which failed once; where the folder is not there, its tests are left out. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'

const SHARED = join(import.meta.dirname, '../../../shared/cases')

export type Folder = 'questions' | 'decks'

/** Runs one test for each case of a folder, by its number: how it comes out right. */
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

/** What each case is tried with; where it has no file of its own, the words that tell of it. */
function inputs(folder: Folder): string[] {
  if (!existsSync(join(SHARED, folder))) return []
  const names = readdirSync(join(SHARED, folder)).filter(name => /^\d\d-/.test(name))
  const told = (name: string) => name.endsWith('.expect.txt')
  const alone = (name: string) => !names.some(other => !told(other) && other.slice(0, 3) === name.slice(0, 3))
  return names.filter(name => !told(name) || alone(name))
}
