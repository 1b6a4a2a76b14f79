/** A deck's Markdown as its author sees it: which lines are code, and the text without it. */

export interface Fence {
  /** Line of its opening mark; line of its closing one, undefined where it has none. */
  line: number
  end?: number
  /** What stands behind the opening mark. */
  info: string
  lines: string[]
}

export interface Prose {
  /** Lines of the file, from index 0. */
  lines: string[]
  fences: Fence[]
  /** The whole text, with spaces for what is code or a comment: places stay where they are. */
  text: string
  /** Line of a place in `text`. */
  lineOf: (index: number) => number
}

const OPENING = /^ {0,3}(`{3,}|~{3,})(.*)$/

/** @param first line on which the slides begin; what stands above is front matter */
export function proseOf(source: string, first: number): Prose {
  const lines = source.split(/\r\n|\r|\n/)
  const fences: Fence[] = []
  const kept: string[] = []
  let open: { fence: Fence; mark: string } | undefined
  for (const [index, line] of lines.entries()) {
    const [, mark = '', info = ''] = OPENING.exec(line) ?? []
    kept.push(open || mark || index + 1 < first ? blank(line) : line)
    if (index + 1 < first) continue
    if (!open) {
      if (!mark || (mark.startsWith('`') && info.includes('`'))) continue
      const fence: Fence = { line: index + 1, info: info.trim(), lines: [] }
      fences.push(fence)
      open = { fence, mark }
    } else if (mark.startsWith(open.mark) && info.trim() === '') {
      open.fence.end = index + 1
      open = undefined
    } else open.fence.lines.push(line)
  }
  const text = kept
    .join('\n')
    .replace(/<!--.*?-->|<(pre|code|script|style)\b.*?<\/\1>/gs, blank)
    .replace(/(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)*?(?<!`)\1(?!`)/gs, blank)
  return { lines, fences, text, lineOf: index => text.slice(0, index).split('\n').length }
}

const blank = (text: string) => text.replace(/[^\n]/g, ' ')
