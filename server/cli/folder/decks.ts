/** The decks of a folder and of those in it, as reveal-md finds them: every Markdown file, packages apart. */
import { globSync } from 'node:fs'
import { sep } from 'node:path'

const PACKAGES = /(?:^|\/)(?:node_modules|\.[^/]*)(?:\/|$)/

/** Paths relative to the folder, `/` separated, in order of their names. */
export function decksIn(folder: string): string[] {
  return globSync('**/*.{md,markdown}', { cwd: folder, exclude: path => PACKAGES.test(path.replaceAll(sep, '/')) })
    .map(path => path.replaceAll(sep, '/'))
    .filter(path => !PACKAGES.test(path))
    .sort()
}
