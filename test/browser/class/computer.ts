/** What else is on the teacher's computer: a lesson given before, and a folder of decks to pick from. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { connect, runAmphi, startAmphi } from '../../support/amphi.ts'

const DECKS = {
  en: ['Containers from scratch', 'Networks and volumes', 'Images, layers and the registry'],
  fr: ['Les conteneurs en partant de zéro', 'Réseaux et volumes', 'Images, couches et registre'],
}

/** @returns the folder, which holds a deck for each title */
export function writeDecks(folder: string, lang: keyof typeof DECKS): string {
  mkdirSync(folder, { recursive: true })
  for (const [index, title] of DECKS[lang].entries()) {
    const slides = Array.from({ length: 3 * index + 2 }, (_, slide) => `## ${slide + 1}`)
    writeFileSync(join(folder, `${index + 1}.md`), `---\ntitle: ${title}\n---\n\n${slides.join('\n\n---\n\n')}\n`)
  }
  return folder
}

/** Gives a class with the folder's first deck, and ends it. */
export async function teachBefore(folder: string, data: string): Promise<void> {
  const amphi = await startAmphi({ deck: join(folder, '1.md'), data })
  const presenter = await connect(amphi.origin, amphi.facts.code, 'presenter', amphi.facts.key)
  await presenter.send({ type: 'end' })
  presenter.close()
  await amphi.stop()
}

/** Serves the list of the folder's decks; with its address, and what ends it. */
export async function listDecks(folder: string, data: string): Promise<{ url: string; close(): Promise<void> }> {
  const { child, out, printed, ended } = runAmphi([folder, '--no-open', '--port', '0', '--data', data])
  await printed('pick the one to present')
  await printed('\n')
  const close = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { url: /http:\S+/.exec(out())?.[0] ?? '', close }
}
