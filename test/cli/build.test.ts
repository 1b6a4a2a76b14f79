/** `npm run build`: what an installed package runs. All other tests use its pages. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const node = async (...args: string[]) => (await promisify(execFile)(process.execPath, args, { cwd: ROOT })).stdout

test('the server compiled to JavaScript starts', async () => {
  await node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json')
  expect(await node('dist/server/main.js', '--help')).toContain('amphi check deck.md')
  expect(await node('dist/server/main.js', 'check', 'slides/docker.md')).toContain('question')
})
