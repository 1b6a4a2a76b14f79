/** How a presenter's page gets in: the key or ticket from the link is traded for a cookie, and leaves the address bar. */

/** `expired`: a ticket that is over, or has been used. */
export type Entry = 'in' | 'wrong' | 'expired' | 'unreachable'

/** A ticket for pairing is good for one use. */
type Pass = { key: string } | { pairing: string }

/** The code in `/482913/present` and its like. */
export const codeOf = (path: string): string => path.split('/')[1] ?? ''

/** Trades what the page's address holds, if it holds anything. Without, an earlier cookie may do. */
export async function enterByAddress(code: string): Promise<Entry> {
  const pass = passIn(location.hash)
  if (!pass) return 'in'
  if ('pairing' in pass) cleanAddress()
  const entry = await show(code, pass)
  if (entry !== 'unreachable') cleanAddress()
  return entry
}

/** @param text a key, or a whole link that holds one */
export const trade = (code: string, text: string): Promise<Entry> => show(code, passIn(text) ?? { key: text.trim() })

async function show(code: string, pass: Pass): Promise<Entry> {
  try {
    const response = await fetch(`/api/lessons/${code}/key`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(pass),
    })
    if (response.ok) return 'in'
    return 'pairing' in pass ? 'expired' : 'wrong'
  } catch {
    return 'unreachable'
  }
}

const cleanAddress = () => history.replaceState(history.state, '', location.pathname + location.search)

function passIn(text: string): Pass | undefined {
  const fragment = new URLSearchParams(text.trim().split('#')[1])
  const [key, pairing] = [fragment.get('key'), fragment.get('pair')]
  if (pairing) return { pairing }
  return key ? { key } : undefined
}
