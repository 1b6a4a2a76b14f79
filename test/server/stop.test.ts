/** How a server ends. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { serveHere } from '../support/in-process.ts'

test('a connection on which nothing is asked, as browsers hold them, does not keep a server from stopping', async () => {
  const amphi = await serveHere('# One')
  const silent = connect(Number(new URL(amphi.origin).port), '127.0.0.1')
  try {
    await once(silent, 'connect')
    const cut = once(silent, 'close')
    await amphi.stop()
    await cut
    await expect(fetch(amphi.origin)).rejects.toThrow('fetch failed')
  } finally {
    silent.destroy()
    await amphi.end()
  }
})
