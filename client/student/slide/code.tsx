/** The code of a slide as text one can read on a phone, and copy. */
import { useMemo } from 'preact/hooks'
import type { SlideView } from '#wire/deck-view'
import { words } from '../../i18n/words.ts'
import { codeText } from './code-text.ts'
import { CopyButton } from './copy-button.tsx'

export function CodeBlocks({ slide }: { slide: SlideView | null }) {
  const html = slide?.html ?? ''
  const blocks = useMemo(() => codeOf(html), [html])
  if (blocks.length === 0) return null
  return (
    <section class="student-code" aria-label={words.value.student.code}>
      {blocks.map((text, index) => (
        <CodeBlock key={text} text={text} number={blocks.length > 1 ? index + 1 : undefined} />
      ))}
    </section>
  )
}

/** @param number which of several */
export function CodeBlock({ text, number }: { text: string; number: number | undefined }) {
  return (
    <figure class="code-block">
      <pre class="code-text">
        <code>{text}</code>
      </pre>
      <figcaption class="code-foot">
        <CopyButton text={text} number={number} />
      </figcaption>
    </figure>
  )
}

/** The text of each code block in a slide's HTML. Steps over one block are copies of it, and count once. */
function codeOf(html: string): string[] {
  if (!html.includes('<pre')) return []
  const template = document.createElement('template')
  template.innerHTML = html
  const texts = [...template.content.querySelectorAll('pre code, pre:not(:has(code))')].map(textOf)
  return [...new Set(texts.filter(Boolean))]
}

/** The text of a block of code, without what is empty at its end. */
export function textOf(block: Element): string {
  const lines = [...block.querySelectorAll('tr')]
  return (lines.length === 0 ? (block.textContent ?? '') : codeText(lines)).replace(/\s+$/, '')
}
