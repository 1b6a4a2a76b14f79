import { defineConfig } from 'vitest/config'

const BROWSER = 'test/browser/**/*.test.ts'

export default defineConfig({
  test: {
    globalSetup: 'test/support/pages.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // Much of a test's time is waiting for other processes.
    maxWorkers: '100%',
    // For who waits for a state of a page, on a machine that has other things to do.
    expect: { poll: { timeout: 20_000 } },
    // Who runs the other tests alone should not have to wait for a browser.
    projects: [
      { extends: true, test: { name: 'node', include: ['test/**/*.test.ts'], exclude: [BROWSER] } },
      { extends: true, test: { name: 'browser', include: [BROWSER], globalSetup: 'test/support/browser.ts' } },
    ],
  },
})
