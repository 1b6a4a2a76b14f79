/** Themes by name: the sheets that reveal.js and highlight.js install. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** reveal-md's defaults. */
export const REVEAL_THEME = 'black'
export const HIGHLIGHT_THEME = 'zenburn'

const NAME = /^[a-z\d][\w-]*(?:\/[a-z\d][\w-]*)?$/i

/** Whether a theme is named as a file of the deck's own. */
export const isSheet = (theme: string) => /\.css$/i.test(theme)

/** File of a reveal.js theme; undefined when there is none of that name. */
export const revealTheme = (name: string) => sheet(join(folder('reveal.js'), 'dist/theme'), name)

/** File of a highlight.js theme; a name such as `solarized-light` also finds `base16/solarized-light`. */
export const highlightTheme = (name: string) => {
  const styles = join(folder('highlight.js'), 'styles')
  return sheet(styles, name) ?? sheet(join(styles, 'base16'), name)
}

function sheet(directory: string, name: string): string | undefined {
  if (!NAME.test(name)) return undefined
  const file = join(directory, `${name}.css`)
  return existsSync(file) ? file : undefined
}

/** A package's own folder, found from a file that it exports. */
function folder(name: string) {
  const file = createRequire(import.meta.url).resolve(name)
  return (
    file.slice(0, file.lastIndexOf(join('node_modules', name)) + join('node_modules', name).length) || dirname(file)
  )
}
