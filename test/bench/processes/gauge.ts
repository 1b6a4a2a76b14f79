/**
 * Preloaded into our server and the reference: reports to the benchmark what the process uses. Needs
 * `--expose-gc`, so that garbage counts for neither.
 */

export interface Usage {
  /** CPU since the process started, in ms. */
  cpu: number
}

/** In bytes, after garbage has been collected. */
export interface Memory {
  /** V8's heap and the buffers outside of it. */
  held: number
  /** What the system says that the process takes. */
  resident: number
}

/** `size` is the memory without collecting garbage first, which would hold up whatever else the process does. */
export type Question = 'usage' | 'memory' | 'size'

const answers: Record<Question, () => Usage | Memory> = { usage, memory, size }

process.on('message', ({ id, ask }: { id: number; ask: Question }) => {
  process.send?.({ id, done: answers[ask]() })
})
process.on('disconnect', () => process.exit())

function usage(): Usage {
  const { user, system } = process.cpuUsage()
  return { cpu: (user + system) / 1_000 }
}

function memory(): Memory {
  // A plain collection leaves V8's free pages with the process.
  gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
  return size()
}

function size(): Memory {
  const { heapUsed, external, rss } = process.memoryUsage()
  return { held: heapUsed + external, resident: rss }
}
