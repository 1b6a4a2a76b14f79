/** Slides whose scripts may run (`--unsafe-scripts`): each becomes a document for a sandboxed frame. */
import { type Mistake, warning } from '../../mistake.ts'
import { elements, get, html } from '../element.ts'
import type { Pass } from '../pass.ts'
import { assets } from './assets.ts'
import { fragments } from './fragments.ts'
import { formulas } from './maths/formulas.ts'
import { notes } from './notes.ts'

/** Keeps a copy of the slide with its scripts, before they are taken out of it. */
export const keepScripts: Pass = (section, { runScripts, lineOf }) => {
  const scripts = elements(section).filter(({ tagName }) => tagName === 'script')
  if (!runScripts || scripts.length === 0) return {}
  // The frame may load nothing.
  const mistakes = scripts.flatMap((script): Mistake[] => {
    const source = get(script, 'src')
    const message = `the script ${source} is left out; write it into the slide, or name it under scripts`
    return source === undefined ? [] : [warning(lineOf(script), message)]
  })
  return { slide: { scripted: structuredClone(section) }, mistakes }
}

/** The frame's document. A question's slide has none: it would show what is right. */
export const scriptFrame: Pass = (section, context, before) => {
  const { scripted } = before
  if (!scripted || get(section, 'data-qcm') !== undefined) return {}
  for (const pass of [assets, formulas, notes, fragments]) pass(scripted, context, before)
  return { slide: { frame: html(scripted.children) } }
}
