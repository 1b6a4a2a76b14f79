import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const BROWSER = ['test/browser/**/*.test.ts']
const SERVER = [
  'test/{cli,config,door,http,lessons,server}/**/*.test.ts',
  ...globSync('test/**/*.test.ts', { exclude: BROWSER }).filter(startsProcess),
]
/** Files that would keep a whole run waiting if they came last. */
const LONGEST = /browser\/(class\/barriers|bench)\.test\.ts$/

// Servers that tests start need not compile their modules each time anew.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, 'node_modules/.cache/amphi-test')

function startsProcess(file: string): boolean {
  return /support\/amphi\.ts|source\/reader\.ts/.test(readFileSync(file, 'utf8'))
}

/** A process goes on with the next file where that is of the same project; what takes longest comes first. */
class ByProject extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = (file: TestSpecification) =>
      LONGEST.test(file.moduleId) ? -1 : ['browser', 'server', 'unit'].indexOf(file.project.name)
    return (await super.sort(files)).toSorted((a, b) => order(a) - order(b))
  }
}

export default defineConfig({
  test: {
    // For who waits for ever. A machine at a third of its speed, with other things to do, still stays far below.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // For a state of a page, likewise.
    expect: { poll: { timeout: 60_000 } },
    // Much of a test's time is waiting for other processes.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    // No test leaves anything behind that another one could see.
    isolate: false,
    sequence: { sequencer: ByProject },
    // Who runs some of the tests should not have to wait for a server, or for a browser.
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.ts'], exclude: [...SERVER, ...BROWSER] } },
      { extends: true, test: { name: 'server', include: SERVER, globalSetup: 'test/support/pages.ts' } },
      {
        extends: true,
        test: { name: 'browser', include: BROWSER, globalSetup: ['test/support/pages.ts', 'test/support/browser.ts'] },
      },
    ],
  },
})
