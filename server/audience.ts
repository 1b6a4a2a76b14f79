/** Who is connected to a room on this node. Passing: it is in no log. */

interface Connection {
  id: string
}

export interface Audience<C extends Connection> {
  /** Students with at least one open connection. */
  readonly connected: number
  enter(student: string, connection: C): void
  leave(student: string, connection: C): void
  connections(student: string): Iterable<C>
  students(): Iterable<string>
}

export function createAudience<C extends Connection>(): Audience<C> {
  const present = new Map<string, Map<string, C>>()
  return {
    get connected() {
      return present.size
    },
    enter(student, connection) {
      const connections = present.get(student) ?? new Map<string, C>()
      present.set(student, connections.set(connection.id, connection))
    },
    leave(student, connection) {
      const connections = present.get(student)
      connections?.delete(connection.id)
      if (connections?.size === 0) present.delete(student)
    },
    connections: student => present.get(student)?.values() ?? [],
    students: () => present.keys(),
  }
}
