/** A proxy between page and server that a test can cut, like a phone losing its Wi-Fi. */
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

export interface Cable {
  /** The server's origin through this proxy. */
  origin: string
  /** Ends all connections and refuses new ones until `mend`. */
  cut(): void
  mend(): void
  close(): Promise<void>
}

/** @param origin of a server on this machine */
export async function layCable(origin: string): Promise<Cable> {
  const { hostname, port } = new URL(origin)
  const ends = new Set<Socket>()
  let whole = true
  const server = createServer(page => {
    if (!whole) return void page.resetAndDestroy()
    const far = connect(Number(port), hostname)
    for (const [end, other] of [
      [page, far],
      [far, page],
    ] as const) {
      ends.add(end)
      end.pipe(other)
      end.on('error', () => {})
      end.on('close', () => {
        ends.delete(end)
        other.destroy()
      })
    }
  })
  server.listen(0, hostname)
  await once(server, 'listening')
  const cut = () => {
    whole = false
    for (const end of ends) end.destroy()
  }
  return {
    origin: `http://${hostname}:${(server.address() as AddressInfo).port}`,
    cut,
    mend() {
      whole = true
    },
    async close() {
      cut()
      server.close()
      await once(server, 'close')
    },
  }
}
