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
        <Block key={text} text={text} number={blocks.length > 1 ? index + 1 : undefined} />
      ))}
    </section>
  )
}

function Block({ text, number }: { text: string; number: number | undefined }) {
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
  const texts = [...template.content.querySelectorAll('pre code, pre:not(:has(code))')].map(block => {
    const lines = [...block.querySelectorAll('tr')]
    if (lines.length === 0) return block.textContent ?? ''
    return codeText(lines)
  })
  return [...new Set(texts.map(text => text.replace(/\s+$/, '')).filter(Boolean))]
}
