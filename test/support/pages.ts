/** Builds the pages once, before the tests that start servers; each of those would otherwise do it by itself. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pageSource } from '../../server/cli/pages.ts'

export default async function setup(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..')
  // Vitest says `test`, and Vite would then build in its libraries' debug versions, which nobody ships.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = 'production'
  await pageSource({ root, http: createServer(), development: false, say: line => process.stderr.write(`${line}\n`) })
  process.env.NODE_ENV = NODE_ENV
}
