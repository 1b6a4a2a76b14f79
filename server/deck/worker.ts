/** The thread behind `reader.ts`; like `main.ts` it acts on import, and nothing imports it. */
import { parentPort } from 'node:worker_threads'
import { DeckError } from './deck.ts'
import { load } from './load.ts'
import { type Answer, READY, type Request } from './reader.ts'

parentPort?.on('message', async ({ file, options }: Request) => {
  parentPort?.postMessage(await answer(file, options))
})

parentPort?.postMessage(READY)

async function answer(...request: Parameters<typeof load>): Promise<Answer> {
  try {
    return { deck: await load(...request) }
  } catch (cause) {
    return cause instanceof DeckError ? { mistakes: cause.mistakes } : { bug: cause }
  }
}
