/** Who is connected to a room on this node, and who was until just now. Passing: it is in no log. */
import { AWAY, type Presence } from './phone-health.ts'

interface Connection {
  id: string
}

export interface Audience<C extends Connection> extends Presence {
  /** Students with at least one open connection. */
  readonly connected: number
  enter(student: string, connection: C): void
  leave(student: string, connection: C): void
  connections(student: string): Iterable<C>
  students(): Iterable<string>
}

export function createAudience<C extends Connection>(now: () => number): Audience<C> {
  const present = new Map<string, Map<string, C>>()
  /** Who left first stands first. */
  const left = new Map<string, number>()

  function forget() {
    for (const [student, at] of left) {
      if (now() - at < AWAY) return
      left.delete(student)
    }
  }

  return {
    since: now(),
    get connected() {
      return present.size
    },
    enter(student, connection) {
      const connections = present.get(student) ?? new Map<string, C>()
      present.set(student, connections.set(connection.id, connection))
      left.delete(student)
    },
    leave(student, connection) {
      const connections = present.get(student)
      connections?.delete(connection.id)
      if (connections?.size !== 0) return
      present.delete(student)
      left.set(student, now())
      forget()
    },
    has: student => present.has(student),
    leftAt: student => left.get(student),
    connections: student => present.get(student)?.values() ?? [],
    students: () => present.keys(),
  }
}
