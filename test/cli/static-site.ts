/** A deck full of what a site must not tell, and what is in the files of a site. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runAmphi } from '../support/amphi.ts'

export const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"/>'
export const DECK = `---
title: 'Cats </script> & "dogs"'
lang: fr
theme: moon
css: look.css
---
# Animals <b>&amp; co</b>

![a cat](img/cat.svg)

[the text of this deck](deck.md)

Note: canary-note ![](img/note.svg)
---
<!-- .slide: data-qcm data-shuffle -->
### Which one barks?

- [ ] a cat
  > canary-feedback-wrong ![](img/feedback.svg)
- [x] a dog
  > canary-feedback-right

> canary-explanation
`
export const CANARIES = ['canary-note', 'canary-feedback-wrong', 'canary-feedback-right', 'canary-explanation']

export async function run(...args: string[]) {
  const { ended, out, err } = runAmphi(args)
  return { code: await ended, out: out(), err: err() }
}

export const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()

export const everything = (folder: string) =>
  filesIn(folder)
    .map(path => readFileSync(join(folder, path), 'utf8'))
    .join('\n')

export const dataOf = (html: string) => JSON.parse(/id="data">(.*)<\/script>/.exec(html)?.[1] ?? '')
