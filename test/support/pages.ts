/** Builds the pages and compiles the server's modules once for all tests that start servers. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pageSource } from '../../server/cli/pages.ts'
import { serve } from './amphi.ts'

export default async function setup(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..')
  // Vitest says `test`, and Vite would then build in its libraries' debug versions, which nobody ships.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await pageSource({ root, http: createServer(), development: false, say: line => process.stderr.write(`${line}\n`) })
  process.env.NODE_ENV = NODE_ENV
  // Node keeps what it has compiled as it exits.
  const amphi = await serve('# Hello\n')
  await amphi.stop()
  await amphi.end()
}
