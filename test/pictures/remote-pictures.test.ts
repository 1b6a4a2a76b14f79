import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, LookupFunction } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  createRemotePictures,
  type RemotePictureOptions,
  type RemotePictures,
} from '../../server/pictures/remote-pictures.ts'

const PNG = Buffer.from('89504e470d0a1a0a', 'hex')

let folder: string
let server: Server
let port: number
let answer: RequestListener
let asked: string[]
let remotes: RemotePictures[]

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amphi-remote-'))
  asked = []
  remotes = []
  answer = (_, response) => image(response)
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  port = (server.address() as AddressInfo).port
})

afterEach(async () => {
  vi.useRealTimers()
  await Promise.all(remotes.map(remote => remote.close()))
  server.closeAllConnections()
  await new Promise(closed => server.close(closed))
  await rm(folder, { recursive: true })
})

test('an image is fetched once, however many ask at the same time', async () => {
  const remote = create()
  const images = await Promise.all([remote.get(url('/a.png')), remote.get(url('/a.png')), remote.get(url('/a.png'))])
  expect(new Set(images.map(found => found?.file)).size).toBe(1)
  expect(images[0]?.type).toBe('image/png')
  expect(await readFile(images[0]?.file ?? '')).toEqual(PNG)
  expect(asked).toEqual(['/a.png'])
})

test('an image is kept across restarts', async () => {
  const before = await create().get(url('/a.png'))
  const after = await create().get(url('/a.png'))
  expect(after).toEqual(before)
  expect(asked).toHaveLength(1)
})

test('redirects are followed, five at most', async () => {
  answer = ({ url }, response) => {
    const left = Number(url?.slice(1))
    if (left === 0) return image(response)
    response.writeHead(302, { location: `/${left - 1}` }).end()
  }
  expect(await create().get(url('/5'))).toBeDefined()
  expect(await create().get(url('/6'))).toBeUndefined()
})

test('an address that is not public is not connected to', async () => {
  const remote = strict(never)
  for (const host of ['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433']) {
    expect(await remote.get(`http://${host}:${port}/a.png`), host).toBeUndefined()
  }
  expect(asked).toEqual([])
})

test('a name that leads to a private address is not connected to', async () => {
  const remote = strict(answering('127.0.0.1'))
  expect(await remote.get(`http://images.example:${port}/a.png`)).toBeUndefined()
  expect(asked).toEqual([])
})

test('a name with one private address among public ones is not connected to', async () => {
  const remote = strict(answering('1.1.1.1', '127.0.0.1'))
  expect(await remote.get(`http://images.example:${port}/a.png`)).toBeUndefined()
  expect(asked).toEqual([])
})

test('the address that was checked is the one that is connected to', async () => {
  let lookups = 0
  const rebinding: LookupFunction = (name, options, callback) => {
    lookups++
    answering(lookups === 1 ? '127.0.0.1' : '10.0.0.1')(name, options, callback)
  }
  const remote = create({ lookup: rebinding })
  expect(await remote.get(`http://images.example:${port}/a.png`)).toBeDefined()
  expect(lookups).toBe(1)
})

test('a redirect to an address that is not allowed is not followed', async () => {
  answer = ({ url }, response) => {
    if (url !== '/away') return image(response)
    response.writeHead(302, { location: `http://127.0.0.2:${port}/secret.png` }).end()
  }
  expect(await create().get(url('/away'))).toBeUndefined()
  expect(asked).toEqual(['/away'])
})

test.each(['file:///etc/hostname', 'ftp://127.0.0.1/a.png', 'data:image/png;base64,AA==', 'no address', ''])(
  '%j is not fetched',
  async address => {
    expect(await create().get(address)).toBeUndefined()
  },
)

test('a redirect to a file is not followed', async () => {
  answer = (_, response) => response.writeHead(302, { location: 'file:///etc/hostname' }).end()
  expect(await create().get(url('/a.png'))).toBeUndefined()
})

test('only images are kept', async () => {
  answer = (_, response) => response.setHeader('content-type', 'text/html').end('<p>')
  expect(await create().get(url('/a.png'))).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})

test('the media type decides, whatever its parameters and case', async () => {
  answer = (_, response) => response.setHeader('content-type', 'Image/SVG+XML; charset=utf-8').end('<svg/>')
  expect((await create().get(url('/drawing')))?.type).toBe('image/svg+xml')
})

test('an answer other than 200 is no image', async () => {
  answer = (_, response) => image(response, 404)
  expect(await create().get(url('/a.png'))).toBeUndefined()
})

test('an image that is too large leaves nothing behind', async () => {
  answer = (_, response) => response.setHeader('content-type', 'image/png').end(Buffer.alloc(2_000))
  expect(await create({ largest: 1_999 }).get(url('/a.png'))).toBeUndefined()
  expect(await create({ largest: 2_000 }).get(url('/b.png'))).toBeDefined()
  expect(await readdir(folder)).toHaveLength(1)
})

test('an image that breaks off leaves nothing behind', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-type': 'image/png', 'content-length': 1_000 })
    response.write(PNG, () => response.destroy())
  }
  expect(await create().get(url('/a.png'))).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})

test('a server that does not answer is given up', async () => {
  answer = () => {}
  expect(await create({ timeout: 50 }).get(url('/a.png'))).toBeUndefined()
})

test('closing gives up what is under way', async () => {
  const remote = create()
  const reached = new Promise<void>(resolve => {
    answer = () => resolve()
  })
  const image = remote.get(url('/a.png'))
  await reached
  await remote.close()
  expect(await image).toBeUndefined()
})

test('a failure is remembered for a minute', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  answer = (_, response) => image(response, 500)
  const remote = create()
  expect(await remote.get(url('/a.png'))).toBeUndefined()
  answer = (_, response) => image(response)
  vi.setSystemTime(Date.now() + 59_000)
  expect(await remote.get(url('/a.png'))).toBeUndefined()
  vi.setSystemTime(Date.now() + 2_000)
  expect(await remote.get(url('/a.png'))).toBeDefined()
  expect(asked).toHaveLength(2)
})

/** As it is in use: public addresses only. */
const strict = (lookup: LookupFunction) => open({ lookup })

/** May fetch from the test's own server. */
const create = (options: Partial<RemotePictureOptions> = {}) =>
  open({ allow: address => address === '127.0.0.1', ...options })

function open(options: Partial<RemotePictureOptions>): RemotePictures {
  const remote = createRemotePictures({ folder, ...options })
  remotes.push(remote)
  return remote
}

const url = (path: string) => `http://127.0.0.1:${port}${path}`

function image(response: ServerResponse, status = 200) {
  response.writeHead(status, { 'content-type': 'image/png' }).end(PNG)
}

/** A name server that knows one name's addresses. */
const answering =
  (...addresses: string[]): LookupFunction =>
  (_name, _options, callback) =>
    callback(
      null,
      addresses.map(address => ({ address, family: 4 })),
    )

const never: LookupFunction = name => {
  throw new Error(`looked up ${name}`)
}
