/** A hostile process: receives an attack over IPC, carries it out, and reports the outcome. */
import { type AttackName, attacks, type Effort, type Target } from './attacks.ts'

process.once('message', async ({ name, target, effort }: { name: AttackName; target: Target; effort: Effort }) => {
  const damage = await attacks[name](target, effort)
  process.send?.(damage, () => process.exit())
})
process.on('disconnect', () => process.exit())
