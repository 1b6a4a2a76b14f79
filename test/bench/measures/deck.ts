/** The sample class, repeated until it is long: parsed and rendered by a process that has done nothing before. */
import { execFile } from 'node:child_process'
import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Bench } from '../scenarios.ts'
import type { Row } from '../table.ts'

export async function measureDeck({ scale, folder, flags, stop }: Bench): Promise<Row[]> {
  const sample = join(import.meta.dirname, '../../../slides')
  await cp(sample, folder, { recursive: true })
  const file = join(folder, 'long.md')
  await writeFile(file, repeated(await readFile(join(sample, 'docker.md'), 'utf8'), scale.slides))
  const run = promisify(execFile)
  const args = [...flags, join(import.meta.dirname, 'render.ts'), file]
  const { stdout } = await run(process.execPath, args, { signal: stop })
  const { ms, slides, mistakes } = JSON.parse(stdout)
  if (slides !== scale.slides || mistakes > 0)
    throw new Error(`${slides} slides were rendered, with ${mistakes} mistakes`)
  return [
    { what: `deck of ${slides.toLocaleString('en')} slides, parsed and rendered`, unit: 'ms', ours: ms, most: 600 },
  ]
}

/** Titles and ids get a number, so that no two questions are the same; the plan is that of one class. */
function repeated(text: string, count: number): string {
  const [, front = '', body = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? []
  const slides = body.split(/(?=<!--[sv]-->)/)
  const numbered = Array.from({ length: count }, (_, index) => {
    const slide = slides[index % slides.length] ?? ''
    const separated = slide.startsWith('<!--') && /^<!--[sv]-->/.test(slide) ? slide : `<!--s-->\n${slide}`
    return (index === 0 ? slide : separated)
      .replace(/data-id="([^"]*)"/, `data-id="$1-${index}"`)
      .replace(/^(#+ .*)$/m, `$1 (${index})`)
  })
  return front.replace(/^duration:.*\n/m, '') + numbered.join('')
}
