/** The decks of a folder and its subfolders, as reveal-md finds them: every Markdown file outside node_modules. */
import { globSync } from 'node:fs'
import { sep } from 'node:path'

const PACKAGES = /(?:^|\/)(?:node_modules|\.[^/]*)(?:\/|$)/

/** Paths relative to the folder, separated by `/`, sorted. */
export function decksIn(folder: string): string[] {
  return globSync('**/*.{md,markdown}', { cwd: folder, exclude: path => PACKAGES.test(path.replaceAll(sep, '/')) })
    .map(path => path.replaceAll(sep, '/'))
    .filter(path => !PACKAGES.test(path))
    .sort()
}
