/** The response to a wrong code or key: delayed, and the same for everybody. */
import type { Request, Response } from 'express'
import type { Guesses } from '../door/guess-delay.ts'
import type { Reason } from '../wire/protocol.ts'
import { problem } from '../wire/refusal.ts'

const STATUS = { 'unknown-lesson': 404, forbidden: 403 } satisfies Partial<Record<Reason, number>>

export async function answerWrongGuess(
  guesses: Guesses,
  { socket }: Request,
  response: Response,
  reason: keyof typeof STATUS,
): Promise<void> {
  const refusal = await guesses.answer(socket.remoteAddress, reason)
  response.status(refusal === 'too-fast' ? 429 : STATUS[refusal]).json(problem(refusal))
}
