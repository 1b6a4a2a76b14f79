/** Builds the pages once, before the tests that start servers; each of those would otherwise do it by itself. */
import { createServer } from 'node:http'
import { join } from 'node:path'
import { pageSource } from '../../server/cli/pages.ts'

export default async function setup(): Promise<void> {
  const root = join(import.meta.dirname, '..', '..')
  await pageSource({ root, http: createServer(), development: false, say: line => process.stderr.write(`${line}\n`) })
}
