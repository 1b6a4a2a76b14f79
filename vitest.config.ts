import { defineConfig } from 'vitest/config'

const SERVER = [
  'test/{cli,config,door,http,lessons,server}/**/*.test.ts',
  'test/client/size.test.ts',
  'test/deck/{folder-source,reader}.test.ts',
  'test/wire/example.test.ts',
]
const BROWSER = ['test/browser/**/*.test.ts']

// Servers that tests start need not compile their modules each time anew.
process.env.NODE_COMPILE_CACHE ??= 'node_modules/.cache/amphi-test'

export default defineConfig({
  test: {
    // For who waits for ever. A machine at a third of its speed, with other things to do, still stays far below.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Much of a test's time is waiting for other processes.
    maxWorkers: '100%',
    // For a state of a page, likewise.
    expect: { poll: { timeout: 60_000 } },
    // No test leaves anything behind that another one could see.
    isolate: false,
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
