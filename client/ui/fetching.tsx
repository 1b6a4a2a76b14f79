/** In the place of a part that is on its way. */
import { words } from '../i18n/words.ts'

export const Fetching = () => (
  <p class="quiet" aria-busy="true">
    {words.value.common.connecting}
  </p>
)
