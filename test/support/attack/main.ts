/** `npm run test:nightly`: all attacks at their full length, and what they did. */
import { parseArgs } from 'node:util'
import { type AttackName, attacks } from './attacks.ts'
import { replay } from './replay.ts'
import { heading, line } from './table.ts'

const { values } = parseArgs({
  options: {
    /** A part of the name of the attacks to replay. */
    only: { type: 'string', default: '' },
    seconds: { type: 'string', default: '15' },
    connections: { type: 'string', default: '10' },
    students: { type: 'string', default: '100' },
  },
})
const names = (Object.keys(attacks) as AttackName[]).filter(name => name.includes(values.only))
const effort = { connections: Number(values.connections), ms: 1_000 * Number(values.seconds) }

console.log(heading)
await replay({ names, effort, students: Number(values.students) }, outcome => console.log(line(outcome)))
