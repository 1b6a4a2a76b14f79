/** The shapes that TypeScript files export, read from their text, since types are gone when a test runs. */
import { parseSync } from 'vite'
import type { z } from 'zod'

/** A node of the syntax tree (ESTree with TypeScript, as oxc makes it). */
interface Node {
  type: string
  [key: string]: unknown
}

/**
 * Names and fields of every exported interface and type that has some; a field as its path, `?` when it may be missing, and the words
 * that it may hold: `choices[].none?`, `phase 'closed' 'open' 'ready'`.
 */
export function shapes(text: string): [name: string, fields: string[]][] {
  const { program } = parseSync('wire.ts', text)
  return nodesIn(program.body).flatMap(statement => {
    const declared = statement.type === 'ExportNamedDeclaration' ? nodesIn(statement.declaration) : []
    return declared.flatMap(({ type, id, body, typeAnnotation }): [string, string[]][] => {
      if (!/^TS(Interface|TypeAlias)Declaration$/.test(type)) return []
      const found = nodesIn(body ?? typeAnnotation).flatMap(node => fieldsOf(node, ''))
      return found.length > 0 ? [[String((id as Node).name), [...new Set(found)].toSorted()]] : []
    })
  })
}

/** The same of an object's schema, without words. */
export const fields = ({ shape }: { shape: Record<string, z.ZodType> }): string[] =>
  Object.entries(shape)
    .map(([name, schema]) => (schema.safeParse(undefined).success ? `${name}?` : name))
    .toSorted()

/** @param path of what the node is the type of, with a point behind */
function fieldsOf(node: Node, path: string): string[] {
  if (node.type === 'TSPropertySignature') {
    const name = path + String((node.key as Node).name)
    const inner = nodesIn(node.typeAnnotation)
    const words = [...new Set(inner.flatMap(wordsOf))].toSorted()
    const below = inner.flatMap(type => fieldsOf(type, `${name}.`))
    return [[`${name}${node.optional ? '?' : ''}`, ...words].join(' '), ...below]
  }
  if (node.type === 'TSArrayType') return childrenOf(node).flatMap(child => fieldsOf(child, path.replace(/\.$/, '[].')))
  return childrenOf(node).flatMap(child => fieldsOf(child, path))
}

/** `'live'` of `'live' | 'over'`; what belongs to a field further in, or names a field, is none. */
function wordsOf(node: Node): string[] {
  if (node.type === 'TSPropertySignature' || node.type === 'TSTypeReference') return []
  if (node.type === 'Literal' && typeof node.value === 'string') return [`'${node.value}'`]
  return childrenOf(node).flatMap(wordsOf)
}

const childrenOf = (node: Node): Node[] => Object.values(node).flatMap(nodesIn)

const nodesIn = (value: unknown): Node[] =>
  [value].flat().filter((item): item is Node => typeof item === 'object' && item !== null && 'type' in item)
