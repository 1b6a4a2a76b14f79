/** What somebody meant who wrote a name with a letter or two wrong. */

/** The known name that is one or two letters away; undefined for a known name, and where none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  if (known.includes(name)) return undefined
  const most = name.replace(/^data-/, '').length > 3 ? 2 : 1
  const near = known
    .filter(one => Math.abs(one.length - name.length) <= most)
    .map(one => ({ one, far: editDistance(one.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.far - b.far)
  return near[0] && near[0].far <= most ? near[0].one : undefined
}

/** Letters added, left out, replaced or swapped (Damerau–Levenshtein distance). */
function editDistance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => [i, ...Array<number>(b.length).fill(0)])
  rows[0] = Array.from({ length: b.length + 1 }, (_, j) => j)
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const turned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same)
      ;(rows[i] ?? [])[j] = turned ? Math.min(least, at(i - 2, j - 2) + 1) : least
    }
  }
  return at(a.length, b.length)
}
