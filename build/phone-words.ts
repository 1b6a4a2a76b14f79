/** Strips words of other pages from the phones' language files, which is more than half of them, and puts late ones into files of their own. */
import type { Plugin } from 'vite'

const LANGUAGE = /\/i18n\/languages\/[a-z]+\.ts(\?late)?$/
const CLIENT = /\/client\/.*\.tsx?$/
/** Sections of a language file (client/i18n/languages/en.ts) that the student page does not use. */
const OTHERS = ['home', 'decks', 'teach', 'gate', 'presenter', 'screen', 'report']
/** The section that comes with the parts that say it (client/i18n/late-words.ts). */
const LATE = 'late'
const LEFT_OUT = [...OTHERS, LATE]
/** Code that reads one of them. */
const READ = new RegExp(
  `\\bwords\\.value\\.(${LEFT_OUT.join('|')})\\b|\\{[^{}]*\\b(${LEFT_OUT.join('|')})\\b[^{}]*\\} = words\\.value\\b`,
)

export function phoneWords(): Plugin {
  return {
    name: 'phone-words',
    // After TypeScript is stripped, as the parser reads JavaScript only.
    enforce: 'post',
    transform(code, id) {
      const [read] = (CLIENT.test(id) && READ.exec(code)) || []
      if (read) this.error(`${id}: phones do not have these words (build/phone-words.ts): ${read}`)
      const language = LANGUAGE.exec(id)
      if (!language) return undefined
      const late = language[1] !== undefined
      const sections = this.parse(code).body.flatMap(statement => {
        if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
          return []
        const [{ init } = { init: null }] = statement.declaration.declarations
        return init?.type === 'ObjectExpression' ? init.properties : []
      })
      const named = sections.flatMap(section =>
        section.type === 'Property' && section.key.type === 'Identifier'
          ? [{ ...section, name: section.key.name }]
          : [],
      )
      const left = named.filter(({ name }) => LEFT_OUT.includes(name))
      if (left.length !== LEFT_OUT.length)
        this.error(`${id}: sections of a language are ${LEFT_OUT.join(', ')} and more`)
      const unsaid = late ? named.filter(({ name }) => name !== LATE) : left
      return unsaid.reduceRight(
        (text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^,/, ''),
        code,
      )
    },
  }
}
