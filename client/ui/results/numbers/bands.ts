/** Who moved from one choice to another, laid out as bands between two columns. Pure. */

export interface Band {
  /** Indexes of choices. */
  from: number
  to: number
  count: number
  /** Upper edges, in the plot's units. */
  fromY: number
  toY: number
  /** In the plot's units. */
  thickness: number
}

export interface Stop {
  /** Index of a choice. */
  choice: number
  count: number
  y: number
  height: number
}

export interface Flow {
  bands: Band[]
  before: Stop[]
  after: Stop[]
  /** Students who answered both rounds. */
  total: number
  changed: number
}

/**
 * @param moves `moves[from][to]` students
 * @param order indexes of the choices, top to bottom
 * @param gap between two choices, in the plot's units
 */
export function flow(moves: readonly number[][], order: readonly number[], height: number, gap: number): Flow {
  const count = (from: number, to: number) => moves[from]?.[to] ?? 0
  const sum = (of: (choice: number) => number) => order.reduce((all, choice) => all + of(choice), 0)
  const total = sum(from => sum(to => count(from, to)))
  const scale = total > 0 ? (height - gap * (order.length - 1)) / total : 0
  const stops = (of: (choice: number) => number): Stop[] => {
    let y = 0
    return order.map(choice => {
      const stop = { choice, count: of(choice), y, height: of(choice) * scale }
      y += stop.height + gap
      return stop
    })
  }
  const before = stops(from => sum(to => count(from, to)))
  const after = stops(to => sum(from => count(from, to)))
  const taken = new Map(after.map(({ choice, y }) => [choice, y]))
  const bands = before.flatMap(({ choice: from, y }) => {
    let fromY = y
    return order.flatMap((to): Band[] => {
      const thickness = count(from, to) * scale
      if (thickness === 0) return []
      const toY = taken.get(to) ?? 0
      const band = { from, to, count: count(from, to), fromY, toY, thickness }
      fromY += thickness
      taken.set(to, toY + thickness)
      return [band]
    })
  })
  const changed = bands.filter(({ from, to }) => from !== to).reduce((all, band) => all + band.count, 0)
  return { bands, before, after, total, changed }
}
