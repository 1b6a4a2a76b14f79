/** Contact sheets: all pictures in one page, and for each page, size and language a picture of those pictures. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import type { Lang } from './class.ts'
import { type PageName, SIZES, type SizeName } from './sizes.ts'
import type { Scheme } from './tab.ts'

export interface Picture {
  file: string
  page: PageName
  size: SizeName
  scheme: Scheme
  lang: Lang
  state: string
  /** What a look at the numbers has found wrong, in words. */
  faults: string[]
}

/** CSS pixels of a sheet, which viewers show without shrinking it much. */
const WIDTH = 1_600
const HEIGHT = 1_200
/** CSS pixels that a picture should be wide, at least. */
const THUMB = 250

/** @returns how many sheets there are */
export async function contactSheets(browser: Browser, folder: string, pictures: Picture[]): Promise<number> {
  const index = join(folder, 'index.html')
  const sheets = [...Map.groupBy(pictures, ({ page, size, lang }) => `${page}-${size}-${lang}`)].flatMap(split)
  await writeFile(index, html(sheets.map(section).join('\n')))
  const view = await browser.newPage({ viewport: { width: WIDTH, height: 900 } })
  await view.goto(pathToFileURL(index).href)
  for (const { name } of sheets) await view.locator(`[id="${name}"]`).screenshot({ path: join(folder, `${name}.png`) })
  await view.close()
  return sheets.length
}

interface Sheet {
  name: string
  columns: number
  pictures: Picture[]
}

/** As many pictures to a sheet as can be told apart on it. */
function split([name, pictures]: [string, Picture[]]): Sheet[] {
  const { width, height } = SIZES[pictures[0]?.size ?? 'laptop']
  const columns = Math.min(6, Math.floor(WIDTH / (width > height ? 2 * THUMB : THUMB)))
  const rows = Math.max(1, Math.floor(HEIGHT / ((WIDTH / columns) * (height / width))))
  const room = rows * columns
  return Array.from({ length: Math.ceil(pictures.length / room) }, (_, index) => ({
    name: `sheet-${name}-${index + 1}`,
    columns,
    pictures: pictures.slice(index * room, (index + 1) * room),
  }))
}

const section = ({ name, columns, pictures }: Sheet) =>
  `<section id="${name}"><h2>${name}</h2><div style="--columns: ${columns}">${pictures.map(figure).join('')}</div></section>`

const figure = ({ file, state, scheme, faults }: Picture) => `<figure><a href="${file}"><img src="${file}" alt=""></a>
<figcaption>${state} · ${scheme}${faults.map(fault => ` <b>${fault}</b>`).join('')}</figcaption></figure>`

const html = (body: string) => `<!doctype html>
<meta charset="utf-8">
<title>Contact sheets</title>
<style>
  body { margin: 0; background: #888; color: #000; font: 14px/1.3 system-ui, sans-serif }
  section { padding: 8px 12px 16px }
  h2 { margin: 0 0 6px; font-size: 18px }
  div { display: grid; grid-template-columns: repeat(var(--columns), 1fr); gap: 10px; align-items: start }
  figure { margin: 0 }
  img { display: block; width: 100% }
  b { color: #900 }
</style>
${body}
`
