/** Files that a question refers to but that stay in Moodle. */
import { type Mistake, warning } from '../deck/mistake.ts'
import { create, elements, get } from '../deck/render/element.ts'
import type { Content, Item } from './question-item.ts'

/** How Moodle's exports write the folder of a question's files. */
const FOLDER = '@@PLUGINFILE@@/'

/** A warning for each file missing from the export. */
export function missingFiles(item: Item): Mistake[] {
  const named = contentsOf(item).flatMap(files)
  return [...new Set(named)].map(file => {
    const name = decodeURI(file.slice(FOLDER.length))
    return warning(
      item.line,
      `the file ${name} is missing: it is in Moodle; save it beside the deck and write ${name} for ${file}`,
    )
  })
}

/** All HTML content of a question. */
export function contentsOf(item: Item): Content[] {
  if (!('entries' in item)) return [item.prompt]
  return [
    item.prompt,
    item.explanation ?? [],
    ...item.entries.flatMap(entry => ['content' in entry ? entry.content : [], entry.feedback ?? []]),
  ]
}

const files = (content: Content): string[] =>
  elements(create('div', {}, content)).flatMap(element =>
    ['src', 'href', 'poster', 'data'].flatMap(name => {
      const address = get(element, name)
      return address?.startsWith(FOLDER) ? [address] : []
    }),
  )
