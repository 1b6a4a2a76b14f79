/** Keys are looked at where a route depends on them, and nowhere else: that takes hashes, which anybody may ask for. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import { createKeys } from '../../server/access/keys.ts'
import { findLesson } from '../../server/http/asked-lesson.ts'
import { pages } from '../../server/http/pages.ts'
import { scriptFrames } from '../../server/http/script-frames.ts'
import { ask } from './ask.ts'

test.each(['/482913/frames/one', '/482913', '/482913/screen'])('%s of an unknown code takes no hash', async path => {
  let looks = 0
  const keys = createKeys(Buffer.alloc(32, 'a'))
  const counted = {
    ...keys,
    authority(code: string, token: string | undefined) {
      looks += 1
      return keys.authority(code, token)
    },
  }
  const app = express()
  app.use('/:code', findLesson({ find: () => undefined }, counted))
  app.use(scriptFrames())
  app.use(
    pages({
      source: {
        page: async () => '<html lang="en">',
        languages: [],
        files: (_, __, next) => next(),
        close: async () => {},
      },
      join: () => '',
      past: { facts: async () => undefined, read: async () => undefined, forgotten() {} },
      guesses: { answer: async (_, reason) => reason },
      lang: () => '',
      isOwn: () => false,
    }),
  )
  const server = createServer(app).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const headers = { Authorization: 'Bearer guess' }
  const { status } = await ask(`http://127.0.0.1:${port}`, path, { headers })
  server.close()
  expect({ status, looks }).toEqual({ status: 404, looks: 0 })
})
