/** Canaries: words in a deck's secret places and in what people say, looked for in all that a page is sent or may ask for. */

/** Also where a word has become part of an id or an address. */
export const canariesIn = (text: string): Set<string> => new Set(text.match(/canary-[a-z]+(-[a-z]+)*/g))

/** Whatever somebody with a lesson's code could think of. @param files under `/assets/` */
export function pathsOf(code: string, files: string[]): string[] {
  const pages = ['', '/present', '/screen', '/report', '/qr.svg', '/deck.md']
  const api = ['', '/deck', '/deck?as=presenter', '/deck?as=screen', '/report.json', '/report.csv']
  const tables = ['counts', 'tasks', 'messages'].map(table => `/report.csv?table=${table}`)
  const more = ['/students', '/people', '/address', '/diagrams']
  return [
    ...[...pages, ...['deck.md', ...files].map(file => `/assets/${file}`)].map(path => `/${code}${path}`),
    ...[...api, ...tables, ...more].map(path => `/api/lessons/${code}${path}`),
    '/',
    '/metrics',
    '/deck.md',
  ]
}

/** Headers and bodies of all answers, without the requested paths, which who asks knows anyway. @param key of who asks, if any */
export async function everything(origin: string, paths: string[], key?: string): Promise<string> {
  const headers: HeadersInit = key === undefined ? {} : { Authorization: `Bearer ${key}` }
  const one = async (path: string) => {
    const response = await fetch(origin + path, { headers })
    return JSON.stringify([...response.headers]) + (await response.text())
  }
  return (await Promise.all(paths.map(one))).join('\n')
}
