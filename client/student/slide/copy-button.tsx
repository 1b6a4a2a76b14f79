/** A button that copies a text, and says whether that worked. */
import { useSignal } from '@preact/signals'
import check from 'lucide-static/icons/check.svg?raw'
import sheets from 'lucide-static/icons/copy.svg?raw'
import { words } from '../../i18n/words.ts'
import { Icon } from '../../ui/icon.tsx'
import { copyText } from './clipboard.ts'

/** Ms for which a button says what came of it. */
const SAID = 2_000

/** @param number which of several on a slide */
export function CopyButton({ text, number }: { text: string; number: number | undefined }) {
  const outcome = useSignal<'copied' | 'notCopied' | undefined>(undefined)
  const { common, student } = words.value
  const copy = async () => {
    outcome.value = (await copyText(text)) ? 'copied' : 'notCopied'
    setTimeout(() => {
      outcome.value = undefined
    }, SAID)
  }
  return (
    <>
      <span class="small quiet" role="status">
        {outcome.value && common[outcome.value]}
      </span>
      <button type="button" class="button plain code-copy" onClick={copy}>
        <Icon svg={outcome.value === 'copied' ? check : sheets} />
        {number === undefined ? common.copy : student.copyBlock(number)}
      </button>
    </>
  )
}
