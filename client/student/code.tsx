/** The code of a slide as text one can read on a phone, and copy. */
import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { SlideView } from '#wire/messages'
import { words } from '../i18n/words.ts'
import { copyText } from './copy.ts'

/** Ms that a block says whether it was copied. */
const SAID = 2_000

export function CodeBlocks({ slide }: { slide: SlideView | null }) {
  const html = slide?.html ?? ''
  const blocks = useMemo(() => codeOf(html), [html])
  if (blocks.length === 0) return null
  return (
    <section class="student-code" aria-label={words.value.student.code}>
      {blocks.map((text, index) => (
        <Block
          key={text}
          text={text}
          label={blocks.length > 1 ? words.value.student.copyBlock(index + 1) : undefined}
        />
      ))}
    </section>
  )
}

function Block({ text, label }: { text: string; label: string | undefined }) {
  const outcome = useSignal<'copied' | 'notCopied' | undefined>(undefined)
  const { common } = words.value
  const copy = async () => {
    outcome.value = (await copyText(text)) ? 'copied' : 'notCopied'
    setTimeout(() => {
      outcome.value = undefined
    }, SAID)
  }
  return (
    <figure class="code-block">
      <pre class="code-text">
        <code>{text}</code>
      </pre>
      <figcaption class="code-foot">
        <span class="small quiet" role="status">
          {outcome.value && common[outcome.value]}
        </span>
        <button type="button" class="button code-copy" onClick={copy}>
          {label ?? common.copy}
        </button>
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
    return lines.map(line => line.textContent?.replace(/\n$/, '') ?? '').join('\n')
  })
  return [...new Set(texts.map(text => text.replace(/\s+$/, '')).filter(Boolean))]
}
