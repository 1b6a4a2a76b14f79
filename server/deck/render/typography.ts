/** Typographic quotes, dashes and dots for plain ones, by the rules of SmartyPants as reveal.js' `smartypants` option has them. */

const TAG = /<!--[\s\S]*?-->|<\?.*?\?>|<[^>]*>/g
/** What is written in these stays as it is. */
const VERBATIM = /^<(\/?)(?:pre|code|kbd|script|math)/i

type Rule = [pattern: RegExp, sign: string]

const SIGNS: Rule[] = [
  // A backslash before one of these signs keeps it plain.
  [/\\\\/g, '&#92;'],
  [/\\"/g, '&#34;'],
  [/\\'/g, '&#39;'],
  [/\\\./g, '&#46;'],
  [/\\-/g, '&#45;'],
  [/\\`/g, '&#96;'],
  [/---/g, '&#8212;'],
  [/--/g, '&#8211;'],
  [/\.\.\./g, '…'],
  [/\. \. \./g, '…'],
  [/``/g, '“'],
  [/''/g, '”'],
]

const QUOTES: Rule[] = [
  [/^'(?=[!-%'-/:-@[\]-`{-~]\B)/, '’'],
  [/^"(?=[!-%'-/:-@[\]-`{-~]\B)/, '”'],
  [/"'(?=\w)/, '“‘'],
  [/'"(?=\w)/, '‘“'],
  // The year '68.
  [/'(?=\d\d)/, '’'],
  [/(\s|&nbsp;|&[mn]dash;|&#821[12];)'(?=\w)/g, '$1‘'],
  [/([^ \t\r\n[{(-])'/g, '$1’'],
  [/'(?=\s|s\b)/g, '’'],
  [/'/g, '‘'],
  [/(\s|&nbsp;|&[mn]dash;|&#821[12];)"(?=\w)/g, '$1“'],
  [/([^ \t\r\n[{(-])"/g, '$1”'],
  [/"(?=\s)/g, '”'],
  [/"/g, '“'],
]

export function typographic(html: string): string {
  let verbatim = false
  let before = ''
  const text = (part: string) => {
    const last = before
    before = part.slice(-1) || before
    if (verbatim) return part
    const signed = apply(SIGNS, part)
    // A quote alone between two tags is judged by what stands before the first.
    if (signed === "'") return /\S/.test(last) ? '’' : '‘'
    if (signed === '"') return /\S/.test(last) ? '”' : '“'
    return apply(QUOTES, signed)
  }
  let done = ''
  let from = 0
  for (const { 0: tag, index } of html.matchAll(TAG)) {
    if (index > from) done += text(html.slice(from, index))
    done += tag
    from = index + tag.length
    const [found, end] = VERBATIM.exec(tag) ?? []
    if (found) verbatim = end === ''
  }
  return done + (from < html.length ? text(html.slice(from)) : '')
}

const apply = (rules: Rule[], text: string) => rules.reduce((all, [pattern, sign]) => all.replace(pattern, sign), text)
