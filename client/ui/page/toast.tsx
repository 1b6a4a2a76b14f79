/** One short sentence that goes away by itself. */
import { computed, signal } from '@preact/signals'
import './toast.css'

/** Ms that a sentence stays: time to look up and read it. */
const STAYS = 6_000

export type Toast = ReturnType<typeof createToast>

/** @param otherwise what is shown for as long as there is nothing else to say */
export function createToast(otherwise = () => '') {
  const text = signal('')
  const shown = computed(() => text.value || otherwise())
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    /** What is shown now, '' for nothing. */
    text: shown,
    say(sentence: string) {
      clearTimeout(timer)
      text.value = sentence
      if (sentence)
        timer = setTimeout(() => {
          text.value = ''
        }, STAYS)
    },
    Toast: () => (
      <div class="toast" role="status" data-shown={shown.value !== ''} data-lasting={text.value === ''}>
        {shown.value}
      </div>
    ),
  }
}
