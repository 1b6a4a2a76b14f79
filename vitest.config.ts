import { defineConfig } from 'vitest/config'

const BROWSER = 'test/browser/**/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: 'test/support/pages.ts',
    // For who waits for ever. A machine at a third of its speed, with other things to do, still stays far below.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // Much of a test's time is waiting for other processes.
    maxWorkers: '100%',
    // For a state of a page, likewise.
    expect: { poll: { timeout: 60_000 } },
    // Who runs the other tests alone should not have to wait for a browser.
    projects: [
      { extends: true, test: { name: 'node', include: ['test/**/*.test.ts'], exclude: [BROWSER] } },
      { extends: true, test: { name: 'browser', include: [BROWSER], globalSetup: 'test/support/browser.ts' } },
    ],
  },
})
