/** docs/protocol.md says what `server/wire/` says, no more and no less. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { decisions } from '../../server/lesson/decide.ts'
import { SLICES } from '../../server/lesson/views/shared-slices.ts'
import { command, handshake } from '../../server/wire/commands.ts'
import { MAX_MESSAGE, PROTOCOL, REASONS, ROLES } from '../../server/wire/protocol.ts'
import { fields, shapes } from './shapes.ts'

const ROOT = join(import.meta.dirname, '../..')
const page = readFileSync(join(ROOT, 'docs/protocol.md'), 'utf8')

test('every shape has its table, with each field, whether it may be missing, and the words that it may hold', () => {
  const files = globSync('server/wire/*.ts', { cwd: ROOT }).map(file => readFileSync(join(ROOT, file), 'utf8'))
  const wire = new Map([...files.flatMap(shapes), ['Handshake', fields(handshake)]])
  const told = new Map(sections().filter(([name, rows]) => /^[A-Z]\w+$/.test(name) && rows.length > 0))
  expect([...told.keys()].toSorted()).toEqual([...wire.keys()].toSorted())
  for (const [name, rows] of told) expect({ [name]: rows.map(fieldOf).toSorted() }).toEqual({ [name]: wire.get(name) })
})

test('every slice is for the roles that get it', () => {
  const rows = new Map(
    tableOf('field', page.slice(page.indexOf('### Slices'))).map(([name = '', who]) => [code(name)[0], who]),
  )
  for (const [name, { to }] of Object.entries(SLICES)) {
    const who = to.length === ROLES.length ? 'all' : ROLES.filter(role => to.includes(role)).join(', ')
    expect({ [name]: rows.get(`${name}?`) }).toEqual({ [name]: who })
  }
})

test('every command has its row, with its fields and who may give it', () => {
  const wire = command.options.map(option => {
    const type = option.shape.type.value
    const by = decisions[type].by.filter(role => ROLES.some(known => known === role))
    const names = fields(option).filter(name => name !== 'type')
    return [names.length > 0 ? `${type} {${names.join(', ')}}` : type, by.join(', ')]
  })
  const told = tableOf('command').map(([first = '', who]) => [code(first).map(sortedFields).join(), who])
  expect(told.toSorted()).toEqual(wire.toSorted())
})

test('every field of a command has its bounds', () => {
  const wire = new Map<string, number[]>()
  for (const option of command.options) {
    const { properties = {} } = z.toJSONSchema(option)
    for (const [name, schema] of Object.entries(properties)) {
      if (name !== 'type') wire.set(name, [...(wire.get(name) ?? []), ...boundsOf(schema)])
    }
  }
  const section = page.slice(page.indexOf('### Fields of commands'))
  const rows = tableOf('field', section).flatMap(([names = '', is = '']) => code(names).map(name => ({ name, is })))
  expect(rows.map(({ name }) => name).toSorted()).toEqual([...wire.keys()].toSorted())
  for (const { name, is } of rows) {
    expect({ [name]: numbers(is) }).toEqual({ [name]: expect.arrayContaining(wire.get(name) ?? []) })
  }
})

test('every reason is told, and every address', () => {
  const reasons = tableOf('reason').flatMap(([reason = '']) => code(reason))
  expect(reasons.toSorted()).toEqual(REASONS.toSorted())
  const addresses = tables('address').flatMap(([address = '']) => code(address))
  expect([...new Set(addresses)].toSorted()).toEqual([...new Set(routes())].toSorted())
})

test('every limit is the one in the file that its row names', () => {
  expect(page).toContain(`version ${PROTOCOL} of the protocol`)
  expect(page).toContain(`a message | ${MAX_MESSAGE} bytes`)
  for (const [what, limit = '', where = ''] of tableOf('what')) {
    const source = numbers(readFileSync(join(ROOT, code(where).join()), 'utf8').replaceAll('_', ''))
    expect({ what, missing: numbers(limit).filter(number => !source.includes(number)) }).toEqual({ what, missing: [] })
  }
})

/** Headings with the rows of the table below each. */
function sections(): [heading: string, rows: string[][]][] {
  return page.split(/^#+ /m).map(section => {
    const [heading = ''] = section.split('\n', 1)
    return [heading, tableOf('field', section)]
  })
}

/** Rows of the first table whose first column has that name. */
const tableOf = (column: string, text = page): string[][] => tablesIn(column, text)[0] ?? []

/** Rows of all of them. */
const tables = (column: string): string[][] => tablesIn(column, page).flat()

function tablesIn(column: string, text: string): string[][][] {
  const found = text.matchAll(new RegExp(`^\\| ${column} \\|.*\\n\\|[-|]+\\n((?:\\|.*\\n)*)`, 'gm'))
  return [...found].map(([, rows = '']) => rows.split('\n').slice(0, -1).map(cells))
}

const cells = (row: string): string[] =>
  row
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map(cell => cell.trim())

/** What stands in back-ticks. */
const code = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text)

/** `` `status` | `'live'` or `'over'` `` becomes `status 'live' 'over'`. */
function fieldOf(row: string[]): string {
  const words = code(row.slice(1).join()).filter(text => /^'.+'$/.test(text))
  return [...code(row[0] ?? ''), ...words.toSorted()].join(' ')
}

const sortedFields = (usage: string) =>
  usage.replace(/\{(.*)\}/, (_, names: string) => `{${names.split(', ').toSorted().join(', ')}}`)

const numbers = (text: string): number[] =>
  [...text.replace(/(?<=\d),(?=\d{3})/g, '').matchAll(/(?<![\w.])-?\d+(?:\.\d+)?/g)].map(([number]) => Number(number))

/** Every least and most, of a value or of its length, that a schema names. */
function boundsOf(schema: unknown): number[] {
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, value]) =>
    typeof value === 'number' ? (/^(min|max)/.test(key) ? [value] : []) : boundsOf(value),
  )
}

/** `GET /api/lessons/:code` and so on, by a plain reading of the files that have them. */
function routes(): string[] {
  return globSync('server/http/*.ts', { cwd: ROOT }).flatMap(file => {
    const text = readFileSync(join(ROOT, file), 'utf8')
    const prefix = /^export function \w+Api\(/m.test(text) ? '/api/lessons' : ''
    const direct = [...text.matchAll(/router\.(get|post|put|delete)\(\s*'([^']+)'/g)]
    const listed = [...text.matchAll(/^ *\['(\/:code[^']*)', '\w+'\],$/gm)].map(([, path = '']) => ['', 'get', path])
    return [...direct, ...listed].map(([, method = '', path = '']) => {
      return `${method.toUpperCase()} ${prefix}${prefix && path === '/' ? '' : path}`
    })
  })
}
