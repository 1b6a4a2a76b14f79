/** Adds preload links for a page's dynamic imports: its languages (the server keeps only one) and what every visit loads. */
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

const LANGUAGE = /\/i18n\/languages\/([a-z]+)\.ts$/
/** Lazy chunks that every visit loads. */
const ALWAYS = /\/client\/slides\/deck\.ts$/

export function preload(): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {}, chunk }) {
        const loaded = new Set<Rolldown.OutputChunk>()
        if (chunk) addImports(chunk)
        const late = new Set([...loaded].flatMap(({ dynamicImports }) => dynamicImports.flatMap(chunkAt)))
        return [...late].flatMap(tags)

        function addImports(from: Rolldown.OutputChunk) {
          if (loaded.has(from)) return
          loaded.add(from)
          for (const one of from.imports.flatMap(chunkAt)) addImports(one)
        }

        function chunkAt(name: string): Rolldown.OutputChunk[] {
          const file = bundle[name]
          return file?.type === 'chunk' ? [file] : []
        }
      },
    },
  }
}

function tags({ facadeModuleId, fileName, viteMetadata }: Rolldown.OutputChunk): HtmlTagDescriptor[] {
  const module = facadeModuleId ?? ''
  const language = LANGUAGE.exec(module)?.[1]
  if (language) return [link({ rel: 'modulepreload', href: `/${fileName}`, hreflang: language })]
  if (!ALWAYS.test(module)) return []
  const sheets = [...(viteMetadata?.importedCss ?? [])].map(href =>
    link({ rel: 'preload', as: 'style', href: `/${href}` }),
  )
  return [link({ rel: 'modulepreload', href: `/${fileName}` }), ...sheets]
}

// The same attributes as in Vite's own requests; otherwise browsers would fetch the file twice.
const link = (attrs: Record<string, string>): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { ...attrs, crossorigin: true },
  injectTo: 'head',
})
