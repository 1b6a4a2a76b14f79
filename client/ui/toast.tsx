/** One short sentence that goes away by itself. */
import { signal } from '@preact/signals'
import './toast.css'

/** Ms that a sentence stays: time to look up and read it. */
const STAYS = 6_000

export function createToast() {
  const text = signal('')
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
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
