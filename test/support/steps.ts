/** Tests that are the steps of one lesson. */
import { beforeEach } from 'vitest'

/** In a `describe`: once a step has failed, those after it are skipped, since they would only fail in turn. */
export function stepByStep(): void {
  let broken = false
  beforeEach(({ skip, onTestFailed }) => {
    skip(broken, 'the lesson came to a halt before')
    onTestFailed(() => {
      broken = true
    })
  })
}
