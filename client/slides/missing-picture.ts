/** What stands in for a picture that cannot be fetched; a diagram that is not drawn yet replaces it once it is. */
import { words } from '../i18n/words.ts'

/** Ms between the first two requests for a diagram, and the most between any two. */
const [PAUSE, LONGEST] = [500, 5_000]

export const isDiagram = (image: HTMLImageElement) => image.classList.contains('diagram')

export function replaceImage(image: HTMLImageElement) {
  const frame = document.createElement('span')
  frame.className = `missing ${image.className}`.trim()
  frame.textContent = image.alt.trim() || words.value.common.missingImage
  frame.setAttribute('role', 'img')
  frame.setAttribute('aria-label', frame.textContent)
  // A step of the slide stays one.
  const step = image.dataset.fragmentIndex
  if (step !== undefined) frame.dataset.fragmentIndex = step
  image.replaceWith(frame)
  if (isDiagram(image)) void wait(image, frame)
}

async function wait(image: HTMLImageElement, frame: HTMLElement) {
  for (let pause = PAUSE; frame.isConnected; pause = Math.min(pause * 1.5, LONGEST)) {
    const response = await fetch(image.src).catch(() => undefined)
    // Its source has a mistake.
    if (response?.status === 410) return
    // Others say that it is not drawn yet.
    if (response?.status === 200) {
      image.className = frame.className.replace(/^missing /, '')
      frame.replaceWith(image)
      image.setAttribute('src', image.src)
      return
    }
    await new Promise(resolve => setTimeout(resolve, pause))
  }
}
