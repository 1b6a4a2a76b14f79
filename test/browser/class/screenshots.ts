/**
 * `npm run screenshots`: pictures of every page in every state, in `screenshots/`, with contact sheets to look at them
 * all, and those of the README. `--page`, `--size`, `--lang` and `--state` make a part; each may be given several times.
 * `--to DIR` puts them elsewhere, and leaves the README's alone.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { launch, readyBrowser } from '../../support/browser.ts'
import { photograph } from './camera.ts'
import { LANGUAGES, type Lang, openClass } from './class.ts'
import { contactSheets, type Picture } from './contact.ts'
import { SCENES } from './scenes.ts'
import { PAGES, SIZES } from './sizes.ts'

const root = join(import.meta.dirname, '..', '..', '..')
/** What of it the README shows, in English. */
const SHOWN: Pick<Picture, 'page' | 'size' | 'scheme' | 'state'>[] = [
  { page: 'student', size: 'phone', scheme: 'light', state: 'solution' },
  { page: 'presenter', size: 'laptop', scheme: 'dark', state: 'solution' },
  { page: 'screen', size: 'wall', scheme: 'light', state: 'solution' },
  { page: 'report', size: 'laptop', scheme: 'light', state: 'over' },
]
/** Pixels of the README's widest picture, and of its highest. */
const README = 1_280

/** What the browser itself writes when a page has no network, or may not see something. */
const CUT = /WebSocket connection to |net::ERR_|status of 40[34]/

const languages = Object.keys(LANGUAGES) as Lang[]
const states = [...new Set(SCENES.map(({ state }) => state))]
const wanted = asked()
const folder = wanted.to ?? join(root, 'screenshots')
const began = performance.now()
const browser = await launch(readyBrowser())
const pictures: Picture[] = []
try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const lang of languages.filter(wanted.lang)) pictures.push(...(await record(lang)))
  const sheets = await contactSheets(browser, folder, pictures)
  if (!wanted.to) await illustrate(pictures)
  const minutes = ((performance.now() - began) / 60_000).toFixed(1)
  console.log(`${pictures.length} pictures and ${sheets} sheets in ${minutes} min: ${join(folder, 'index.html')}`)
} finally {
  await browser.close()
}
process.exit(0)

async function record(lang: Lang): Promise<Picture[]> {
  const taken: Picture[] = []
  const complain = (text: string) => CUT.test(text) || console.error(text)
  const room = await openClass({
    browser,
    lang,
    wanted: (page, size) => wanted.page(page) && wanted.size(size),
    complain,
  })
  try {
    const last = SCENES.findLastIndex(({ state }) => wanted.state(state))
    for (const { state, play, clear } of SCENES.slice(0, last + 1)) {
      const tabs = await play(room)
      if (wanted.state(state)) taken.push(...(await photograph(tabs, folder, lang, state)))
      await clear?.(room)
      await room.leave()
    }
  } finally {
    await room.close()
  }
  return taken
}

/** Makes the pictures of the README of those that were taken; of a long page, what is seen first. */
async function illustrate(taken: Picture[]): Promise<void> {
  for (const { page, size, scheme, state } of SHOWN) {
    const name = `${page}-${size}-${scheme}-en-${state}.png`
    if (!taken.some(({ file }) => file === name)) continue
    const { width, height } = SIZES[size]
    const scale = Math.min(README / width, README / height, width < height ? 2 : 1)
    const box = { width: Math.round(scale * width), height: Math.round(scale * height) }
    const picture = sharp(join(folder, name)).resize({ ...box, fit: 'cover', position: 'top' })
    await picture.png({ palette: true, effort: 10 }).toFile(join(root, 'docs', 'screenshots', `${page}.png`))
  }
}

/** Whether something is to be photographed, by the flags; what no flag names is. */
function asked() {
  const many = { type: 'string', multiple: true } as const
  const { values } = parseArgs({ options: { page: many, size: many, lang: many, state: many, to: { type: 'string' } } })
  const known = { page: PAGES, size: Object.keys(SIZES), lang: languages, state: states }
  const among = (flag: keyof typeof known) => {
    const names = values[flag]
    const stranger = names?.find(name => !(known[flag] as readonly string[]).includes(name))
    if (stranger) throw new Error(`--${flag} ${stranger}: write one of ${known[flag].join(', ')}`)
    return (name: string) => !names || names.includes(name)
  }
  return { page: among('page'), size: among('size'), lang: among('lang'), state: among('state'), to: values.to }
}
