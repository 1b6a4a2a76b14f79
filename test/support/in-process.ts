/** Servers in the tests' own process, for what they serve. One is there at once; a process of its own costs a second. */
import { join } from 'node:path'
import { pino } from 'pino'
import { present } from '../../server/cli/present.ts'
import { readConfig } from '../../server/config/config.ts'
import { load } from '../../server/deck/source/load.ts'
import { type Amphi, type AmphiParts, argumentsOf, serve } from './amphi.ts'

const ROOT = join(import.meta.dirname, '../..')

/** As `startAmphi`, but that its end is always one with notice. */
export async function startHere(parts: AmphiParts): Promise<Amphi> {
  const config = readConfig(argumentsOf(parts), {}, false)
  if (config.command !== 'present') throw new Error(`no lesson: ${config.command}`)
  let [out, err] = ['', '']
  const note = (text: string) => {
    err += `${text}\n`
  }
  const terminal = { out: (text: string) => (out += text), note, logger: pino({ level: 'info' }, { write: note }) }
  const stop = await present(config, ROOT, terminal, { read: load, close: async () => {} })
  const facts = JSON.parse(out)
  return { facts, origin: new URL(facts.join).origin, logs: () => err, kill: stop, stop }
}

/** As `serve`. */
export const serveHere = (markdown: string, files: Record<string, string> = {}) => serve(markdown, files, startHere)
