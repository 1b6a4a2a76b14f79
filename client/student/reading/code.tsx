/** A block of code to be read: wrapped, with the lines that the wall points at, and a button that copies it. */
import { useMemo } from 'preact/hooks'
import { codeText } from '../slide/code-text.ts'
import { CopyButton } from '../slide/copy-button.tsx'

interface Line {
  html: string
  /** The class looks at this line now. */
  lit: boolean
}

/** @param number where there are several on a slide */
export function Code({ block, number }: { block: Element; number: number | undefined }) {
  const { lines, text, language } = useMemo(() => read(block), [block])
  return (
    <figure class="reading-code">
      <pre class="code-text" data-numbered={lines.length > 1}>
        <code>
          {lines.map(({ html, lit }, index) => (
            <span key={index} class="code-line" data-lit={lit} dangerouslySetInnerHTML={{ __html: `${html}\n` }} />
          ))}
        </code>
      </pre>
      <figcaption class="code-foot">
        <span class="code-language small quiet">{language}</span>
        <CopyButton text={text} number={number} />
      </figcaption>
    </figure>
  )
}

function read(block: Element): { lines: Line[]; text: string; language: string } {
  // Steps over a block are copies of it; the last one is the latest.
  const latest = [...block.querySelectorAll('code')].filter(code => code.childNodes.length > 0).at(-1) ?? block
  const code = renamed(latest)
  keepWords(code)
  const rows = [...code.querySelectorAll('tr')]
  const lines = rows.map(row => ({
    html: row.querySelector('.hljs-ln-code')?.innerHTML.replace(/\n$/, '') ?? '',
    lit: row.classList.contains('highlight-line'),
  }))
  const whole = [{ html: code.innerHTML.trimEnd(), lit: false }]
  const text = codeText(rows) || (latest.textContent ?? '')
  const language = /\blanguage-([\w+#-]+)/.exec(latest.className)?.[1] ?? ''
  return { lines: rows.length > 0 ? lines : whole, text: text.trimEnd(), language }
}

/** A copy whose tokens are known by names of ours, so that the deck's theme does not dress them. */
function renamed(code: Element): Element {
  const copy = code.cloneNode(true) as Element
  for (const token of copy.querySelectorAll('[class^="hljs-"]:not([class^="hljs-ln"])')) {
    token.className = token.className.replace(/\bhljs-/g, 'token-')
  }
  return copy
}

/** What has a hyphen, such as `-p` or `nginx:1.29-alpine`, and is short enough for any line. */
const HYPHENED = /(^|\s)([^\s-]{0,14}-[^\s]{0,14})(?=\s|$)/g

/** Marks words to be kept in one piece, since lines are wrapped after hyphens too. */
function keepWords(code: Element) {
  const walker = document.createTreeWalker(code, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  for (const text of texts) {
    // From the last to the first, so that the places before stay where they are.
    for (const { 1: before = '', 2: name = '', index } of [...text.data.matchAll(HYPHENED)].reverse()) {
      const word = text.splitText(index + before.length)
      word.splitText(name.length)
      const whole = document.createElement('span')
      whole.className = 'code-word'
      word.replaceWith(whole)
      whole.append(word)
    }
  }
}
