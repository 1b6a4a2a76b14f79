/** How a presenter's page gets in: the key from the link is traded for a cookie, and leaves the address bar. */

export type Entry = 'in' | 'wrong' | 'unreachable'

/** The code in `/482913/present` and its like. */
export const codeOf = (path: string): string => path.split('/')[1] ?? ''

/** Trades the key in the page's address, if there is one. Without one, an earlier cookie may do. */
export async function enterByAddress(code: string): Promise<Entry> {
  const key = keyIn(location.hash)
  if (!key) return 'in'
  const entry = await trade(code, key)
  if (entry !== 'unreachable') history.replaceState(history.state, '', location.pathname + location.search)
  return entry
}

/** @param text a key, or a whole link that holds one */
export async function trade(code: string, text: string): Promise<Entry> {
  const key = keyIn(text) ?? text.trim()
  try {
    const response = await fetch(`/api/lessons/${code}/key`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ key }),
    })
    return response.ok ? 'in' : 'wrong'
  } catch {
    return 'unreachable'
  }
}

function keyIn(text: string): string | undefined {
  const match = /#(?:.*&)?key=([^&\s]+)/.exec(text)?.[1]
  return match && decodeURIComponent(match)
}
