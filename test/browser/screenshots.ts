/**
 * `npm run screenshots`: pictures of every page in every state, in `screenshots/`, with contact sheets to look at them
 * all, and those of the README. `--page`, `--size`, `--lang` and `--state` make a part; each may be given several times.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import sharp from 'sharp'
import { launch, readyBrowser } from '../support/browser.ts'
import { photograph } from './class/camera.ts'
import { LANGUAGES, type Lang, openClass } from './class/class.ts'
import { contactSheets, type Picture } from './class/contact.ts'
import { SCENES } from './class/scenes.ts'
import { PAGES, SIZES } from './class/sizes.ts'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'screenshots')
/** Pictures of the README: their names, and what they are taken from. */
const SHOWN = {
  student: 'student-phone-light-en-solution.png',
  presenter: 'presenter-laptop-dark-en-solution.png',
  screen: 'screen-wall-light-en-solution.png',
  report: 'report-laptop-light-en-over.png',
}
/** Pixels of the README's widest picture, and of its highest. */
const README = { width: 1_280, height: 1_280 }

/** What the browser itself writes when a page has no network. */
const CUT = /WebSocket connection to |net::ERR_/

const languages = Object.keys(LANGUAGES) as Lang[]
const states = [...new Set(SCENES.map(({ state }) => state))]
const wanted = asked()
const began = performance.now()
const browser = await launch(readyBrowser())
const pictures: Picture[] = []
try {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const lang of languages.filter(wanted.lang)) pictures.push(...(await record(lang)))
  const sheets = await contactSheets(browser, folder, pictures)
  for (const [name, file] of Object.entries(SHOWN)) await show(name, join(folder, file))
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
    for (const { state, play, clear } of SCENES) {
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

/** Makes a picture of the README, if what it is made from was taken. */
async function show(name: string, file: string): Promise<void> {
  if (!existsSync(file)) return
  const picture = sharp(file).resize({ ...README, fit: 'inside', withoutEnlargement: true })
  await picture.png({ palette: true, effort: 10 }).toFile(join(root, 'docs', 'screenshots', `${name}.png`))
}

/** Whether something is to be photographed, by the flags; what no flag names is. */
function asked() {
  const many = { type: 'string', multiple: true } as const
  const { values } = parseArgs({ options: { page: many, size: many, lang: many, state: many } })
  const known = { page: PAGES, size: Object.keys(SIZES), lang: languages, state: states }
  const among = (flag: keyof typeof known) => {
    const names = values[flag]
    const stranger = names?.find(name => !(known[flag] as readonly string[]).includes(name))
    if (stranger) throw new Error(`--${flag} ${stranger}: write one of ${known[flag].join(', ')}`)
    return (name: string) => !names || names.includes(name)
  }
  return { page: among('page'), size: among('size'), lang: among('lang'), state: among('state') }
}
