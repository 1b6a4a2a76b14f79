/** Starts reveal-md as its users do, as the reference for our pages. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { basename } from 'node:path'
import { freePort } from '../../support/port.ts'

export const REVEAL_MD = 'reveal-md@6.1.4'

export interface RevealMd {
  url: string
  end(): Promise<void>
}

/** Undefined when it is not available. */
export async function startRevealMd(deck: string, stop: AbortSignal): Promise<RevealMd | undefined> {
  const port = String(await freePort())
  const args = ['exec', '--yes', REVEAL_MD, '--', deck, '--port', port, '--disable-auto-open']
  const server = spawn('npm', args, { stdio: ['ignore', 'pipe', 'ignore'], detached: true })
  const ended = once(server, 'close')
  const over = ended.then(() => 'over' as const)
  const kill = () => {
    // npm's child is the server.
    if (server.pid && server.exitCode === null && server.signalCode === null) process.kill(-server.pid)
  }
  stop.addEventListener('abort', kill, { once: true })
  for (let said = ''; !said.includes('localhost'); ) {
    const chunk = await Promise.race([once(server.stdout, 'data'), over])
    if (chunk === 'over') return undefined
    said += String(chunk)
  }
  return {
    url: `http://127.0.0.1:${port}/${basename(deck)}`,
    async end() {
      kill()
      await ended
    },
  }
}
