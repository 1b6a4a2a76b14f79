import { mkdtemp, open, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPictures, type Picture } from '../../server/pictures/smaller-pictures.ts'

let folder: string
let kept: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amphi-pictures-'))
  kept = join(folder, 'kept')
})

afterEach(() => rm(folder, { recursive: true }))

test('a large photo becomes a WebP of the width that was asked for', async () => {
  const original = await photo('photo.png', 1_000, 500)
  const small = await createPictures(kept).resized(original, 640)
  expect(small.type).toBe('image/webp')
  expect(await dimensions(small)).toEqual([640, 320])
  expect((await stat(small.file)).size).toBeLessThan((await stat(original.file)).size)
})

test('a picture is never enlarged', async () => {
  const small = await createPictures(kept).resized(await photo('photo.png', 300, 200), 960)
  expect(await dimensions(small)).toEqual([300, 200])
})

test('a photo lies as its camera says', async () => {
  const original = await photo('photo.jpg', 800, 400, image => image.jpeg().withMetadata({ orientation: 6 }))
  expect(await dimensions(await createPictures(kept).resized(original, 320))).toEqual([320, 640])
})

test('many who ask at the same time get one and the same file', async () => {
  const original = await photo('photo.png', 600, 600)
  const pictures = createPictures(kept)
  const all = await Promise.all(Array.from({ length: 20 }, () => pictures.resized(original, 320)))
  expect(new Set(all.map(({ file }) => file)).size).toBe(1)
  expect(await readdir(kept)).toHaveLength(1)
})

test('a picture that was made before a restart is taken as it is', async () => {
  const original = await photo('photo.png', 600, 600)
  const before = await createPictures(kept).resized(original, 320)
  const { mtimeMs } = await stat(before.file)
  expect(await createPictures(kept).resized(original, 320)).toEqual(before)
  expect((await stat(before.file)).mtimeMs).toBe(mtimeMs)
})

test('a picture that was edited is made again', async () => {
  const original = await photo('photo.png', 600, 600)
  const pictures = createPictures(kept)
  await pictures.resized(original, 320)
  await photo('photo.png', 600, 300)
  await utimes(original.file, new Date(), new Date(Date.now() + 5_000))
  expect(await dimensions(await pictures.resized(original, 320))).toEqual([320, 160])
})

test('an original of fewer bytes is kept, also after a restart', async () => {
  const dot: Picture = { file: join(folder, 'dot.png'), type: 'image/png' }
  await plain('red', 8, 8).png({ palette: true, colours: 2, compressionLevel: 9 }).toFile(dot.file)
  for (let start = 0; start < 2; start++) {
    const found = await createPictures(kept).resized(dot, 320)
    expect((await stat(found.file)).size).toBeLessThanOrEqual((await stat(dot.file)).size)
  }
})

test('what moves, is drawn or is already small enough goes out as it is', async () => {
  const frames = await Promise.all(['red', 'blue'].map(background => plain(background).png().toBuffer()))
  const moving: Picture = { file: join(folder, 'moving.webp'), type: 'image/webp' }
  await sharp(frames, { join: { animated: true } })
    .webp()
    .toFile(moving.file)
  const small = await photo('small.webp', 300, 200, image => image.webp())
  const drawn: Picture = { file: join(folder, 'a.svg'), type: 'image/svg+xml' }
  const pictures = createPictures(kept)
  for (const original of [moving, small, drawn, { ...drawn, type: 'image/gif' }]) {
    expect(await pictures.resized(original, 320)).toBe(original)
  }
})

test('a drawing under the name of a photo is not read', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="2000"><rect width="9" height="9"/></svg>'
  const original: Picture = { file: join(folder, 'a.png'), type: 'image/png' }
  await writeFile(original.file, svg + ' '.repeat(100_000))
  expect(await createPictures(kept).resized(original, 320)).toBe(original)
})

test('a broken, missing or immense picture goes out as it is, and leaves nothing behind', async () => {
  const whole = await photo('whole.jpg', 500, 500, image => image.jpeg())
  const broken: Picture = { file: join(folder, 'broken.jpg'), type: 'image/jpeg' }
  await writeFile(broken.file, (await readFile(whole.file)).subarray(0, 200))
  const bomb: Picture = { file: join(folder, 'bomb.jpg'), type: 'image/jpeg' }
  await plain('black', 9_000, 8_000).jpeg({ quality: 1 }).toFile(bomb.file)
  const huge: Picture = { file: join(folder, 'huge.png'), type: 'image/png' }
  await using handle = await open(huge.file, 'w')
  await handle.truncate(2 ** 30)
  const missing: Picture = { file: join(folder, 'missing.png'), type: 'image/png' }
  const pictures = createPictures(kept)
  for (const original of [broken, bomb, huge, missing]) expect(await pictures.resized(original, 320)).toBe(original)
  expect(await readdir(kept).catch(() => [])).toEqual([])
})

test('a picture goes out as it is where nothing can be kept', async () => {
  const original = await photo('photo.png', 600, 600)
  expect(await createPictures(join(original.file, 'folder')).resized(original, 320)).toBe(original)
})

test('a drawing is compressed when that makes it smaller', async () => {
  const pictures = createPictures(kept)
  const large: Picture = { file: join(folder, 'large.svg'), type: 'image/svg+xml' }
  await writeFile(large.file, '<svg>'.repeat(1_000))
  const packed = await pictures.packed(large)
  expect(packed).toMatchObject({ type: 'image/svg+xml', encoding: 'gzip' })
  expect(gunzipSync(await readFile(packed.file)).toString()).toBe('<svg>'.repeat(1_000))
  const small: Picture = { file: join(folder, 'small.svg'), type: 'image/svg+xml' }
  await writeFile(small.file, '<svg/>')
  expect(await pictures.packed(small)).toBe(small)
})

/** A picture with enough going on in it to weigh something. */
async function photo(name: string, width: number, height: number, as = (image: Sharp) => image.png()) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const file = join(folder, name)
  await as(sharp({ create: { width, height, channels: 3, background: 'white', noise } })).toFile(file)
  return { file, type: `image/${name.split('.').at(-1)?.replace('jpg', 'jpeg')}` }
}

const plain = (background: string, width = 400, height = 400) =>
  sharp({ create: { width, height, channels: 3, background } })

async function dimensions({ file }: Picture) {
  const { width, height } = await sharp(await readFile(file)).metadata()
  return [width, height]
}
