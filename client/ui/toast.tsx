/** One short sentence that goes away by itself. */
import { computed, signal } from '@preact/signals'
import './toast.css'

/** Ms that a sentence stays: time to look up and read it. */
const STAYS = 6_000

export type Toast = ReturnType<typeof createToast>

export function createToast() {
  const text = signal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    /** What is shown now, '' for nothing. */
    text: computed(() => text.value),
    say(sentence: string) {
      clearTimeout(timer)
      text.value = sentence
      if (sentence)
        timer = setTimeout(() => {
          text.value = ''
        }, STAYS)
    },
    Toast: () => (
      <div class="toast" role="status" data-shown={text.value !== ''}>
        {text.value}
      </div>
    ),
  }
}
