/** Takes pictures of open pages, and measures what an eye may miss on a small one. */
import { join } from 'node:path'
import sharp from 'sharp'
import type { Lang } from './class.ts'
import type { Picture } from './contact.ts'
import { pool } from './pool.ts'
import { SIZES } from './sizes.ts'
import { SCHEMES, type Scheme, settle, type Tab } from './tab.ts'

/** Pixels beyond which a picture is made smaller: nobody looks at 4K in a contact sheet. */
const LARGEST = 1_920

export async function photograph(tabs: Tab[], folder: string, lang: Lang, state: string): Promise<Picture[]> {
  const pictures = await pool(tabs, async tab => {
    const taken: Picture[] = []
    for (const scheme of await schemesOf(tab)) taken.push(await shoot(tab, scheme, folder, lang, state))
    return taken
  })
  return pictures.flat()
}

/** A page that keeps to one scheme looks the same in the other. */
async function schemesOf({ view, scheme }: Tab): Promise<readonly Scheme[]> {
  if (scheme) return [scheme]
  const kept = await view.evaluate(() => document.documentElement.dataset.scheme)
  return kept === 'light' || kept === 'dark' ? [kept] : SCHEMES
}

async function shoot(tab: Tab, scheme: Scheme, folder: string, lang: Lang, state: string): Promise<Picture> {
  const { page, size, view } = tab
  if (!tab.scheme) await view.emulateMedia({ colorScheme: scheme })
  await settle(tab)
  const file = `${page}-${size}-${scheme}-${lang}-${state}.png`
  const taken = await view.screenshot({ animations: 'disabled', fullPage: page === 'report' })
  const { width } = SIZES[size]
  const picture = width > LARGEST ? sharp(taken).resize(LARGEST) : sharp(taken)
  await picture.png({ compressionLevel: 3 }).toFile(join(folder, file))
  return { file, page, size, scheme, lang, state, faults: await faults(tab) }
}

/** What does not fit, as numbers tell it. */
function faults({ view }: Tab): Promise<string[]> {
  return view.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement
    const found: string[] = []
    if (scrollWidth > innerWidth) found.push(`${scrollWidth - innerWidth} px too wide`)
    const screens = scrollHeight / innerHeight
    if (screens > 1.02) found.push(`${screens.toFixed(1)} screens high`)
    return found
  })
}
