/** Strips words of other pages from the phones' language files, which is more than half of them. */
import type { Plugin } from 'vite'

const LANGUAGE = /\/i18n\/languages\/[a-z]+\.ts$/
const CLIENT = /\/client\/.*\.tsx?$/
/** Sections of a language file (client/i18n/languages/en.ts) that the student page does not use. */
const OTHERS = ['home', 'decks', 'teach', 'gate', 'presenter', 'screen', 'report']
/** Code that reads one of them. */
const READ = new RegExp(
  `\\bwords\\.value\\.(${OTHERS.join('|')})\\b|\\{[^{}]*\\b(${OTHERS.join('|')})\\b[^{}]*\\} = words\\.value\\b`,
)

export function phoneWords(): Plugin {
  return {
    name: 'phone-words',
    // After TypeScript is stripped, as the parser reads JavaScript only.
    enforce: 'post',
    transform(code, id) {
      const [read] = (CLIENT.test(id) && READ.exec(code)) || []
      if (read) this.error(`${id}: phones do not have these words (build/phone-words.ts): ${read}`)
      if (!LANGUAGE.test(id)) return undefined
      const sections = this.parse(code).body.flatMap(statement => {
        if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration')
          return []
        const [{ init } = { init: null }] = statement.declaration.declarations
        return init?.type === 'ObjectExpression' ? init.properties : []
      })
      const unsaid = sections.filter(
        section =>
          section.type === 'Property' && section.key.type === 'Identifier' && OTHERS.includes(section.key.name),
      )
      if (unsaid.length !== OTHERS.length) this.error(`${id}: sections of a language are ${OTHERS.join(', ')} and more`)
      return unsaid.reduceRight(
        (text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^,/, ''),
        code,
      )
    },
  }
}
