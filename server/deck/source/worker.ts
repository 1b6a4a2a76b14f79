/** The process behind `reader.ts`; like `main.ts` it acts on import, and nothing imports it. */
import { DeckError } from '../mistake.ts'
import { load } from './load.ts'
import { READY, type ReaderAnswer, type Request } from './reader.ts'

process.on('message', async ({ file, options }: Request) => {
  process.send?.(await answer(file, options))
})
// The server has gone.
process.on('disconnect', () => process.exit())
process.send?.(READY)

async function answer(...request: Parameters<typeof load>): Promise<ReaderAnswer> {
  try {
    return { deck: await load(...request) }
  } catch (cause) {
    return cause instanceof DeckError ? { mistakes: cause.mistakes } : { bug: cause }
  }
}
