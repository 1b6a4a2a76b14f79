#!/usr/bin/env node
/** The program's beginning, and the only file that acts when it is imported. It loads the rest late: a Node that is too old could not even read that. */
const OLDEST = 24

if (Number.parseInt(process.versions.node, 10) < OLDEST) {
  process.stderr.write(
    `amphi needs Node.js ${OLDEST} or later, and this is ${process.versions.node}; install a newer one from https://nodejs.org\n`,
  )
  process.exitCode = 1
} else {
  const { run } = await import('./cli/run.ts')
  await run(process.argv.slice(2), process.env)
}
