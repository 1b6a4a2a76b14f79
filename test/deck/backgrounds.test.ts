/** Pictures behind slides, whose addresses reveal.js reads in its own way. How they look is held by `test/browser/reveal/reveal.test.ts`. */
import { expect, test } from 'vitest'
import { only } from './one-slide.ts'

const behind = (name: string, value: string) => only(`<!-- .slide: ${name}="${value}" -->\n# A`)

/** What reveal.js asks for: `js/controllers/slidecontent.js` decodes each address and encodes it again. */
const asked = (addresses = '') => addresses.split(',').map(address => encodeURI(decodeURI(address.trim())))

test('a remote picture is behind the slide by the short name as by the long one, whatever it looks like', () => {
  for (const url of [
    'https://example.org/pictures/wall.jpg',
    'http://example.org/picture?id=3&size=4',
    '//example.org/wall',
  ]) {
    const short = behind('data-background', url)
    const long = behind('data-background-image', url)
    expect(short.attributes['data-background-image']).toMatch(/^\/482913\/assets\/remote\/[\da-f]{32}$/)
    expect(short.attributes['data-background-image']).toBe(long.attributes['data-background-image'])
    expect(short.assets).toEqual([[url.replace(/^\/\//, 'https://')]])
  }
})

test('a name is encoded once, with whatever signs', () => {
  for (const sign of [..."@+&=$;!'()*~-_.% éß漢", '%20', '%40']) {
    const name = `img/a${encodeURIComponent(sign)}b.png`
    for (const attribute of ['data-background', 'data-background-image']) {
      const { attributes, assets } = behind(attribute, name)
      const [address = ''] = asked(attributes['data-background-image'])
      expect(decodeURIComponent(address)).toBe(`/482913/assets/img/a${sign}b.png`)
      expect(assets).toEqual([[`img/a${sign}b.png`]])
    }
  }
})

test('signs may also be written as they are', () => {
  for (const sign of '@+&=$;') {
    const { attributes, assets } = behind('data-background', `img/a${sign}b.png`)
    expect(asked(attributes['data-background-image'])).toEqual([`/482913/assets/img/a${sign}b.png`])
    expect(assets).toEqual([[`img/a${sign}b.png`]])
  }
})

test('colours and gradients stay as they are, and a picture in CSS is found', () => {
  for (const css of ['#345', 'rgb(1, 2, 3)', 'linear-gradient(to right, #123, #456)']) {
    expect(behind('data-background', css).attributes).toEqual({ 'data-background': css })
  }
  const { attributes, assets } = behind('data-background', 'url(img/a.svg) repeat-x')
  expect(attributes['data-background']).toBe('url("/482913/assets/img/a.svg") repeat-x')
  expect(assets).toEqual([['img/a.svg']])
})

test('several pictures and films keep their order', () => {
  const { attributes } = behind('data-background', 'a.png, b@2x.png')
  expect(attributes['data-background-image']).toBe('/482913/assets/a.png, /482913/assets/b@2x.png')
  expect(behind('data-background-video', 'a.mp4,b@2.webm').attributes['data-background-video']).toBe(
    '/482913/assets/a.mp4, /482913/assets/b%402.webm',
  )
})

test('a picture outside the folder is behind nothing', () => {
  expect(behind('data-background', '../a.png').attributes).toEqual({})
})
