import { createServer } from 'node:http'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { pageSource } from '../../server/cli/pages.ts'

const root = join(import.meta.dirname, '../..')

test.each(['home', 'student', 'presenter', 'screen', 'report'])(
  'in development the page "%s" loads its sources at every address',
  async name => {
    const source = await pageSource({ root, http: createServer(), development: true, say: () => {} })
    try {
      expect(await source.page(name)).toContain(`src="/${name}/`)
    } finally {
      await source.close()
    }
  },
)
