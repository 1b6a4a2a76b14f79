/** Runs the command that argv asks for, and reports its failure. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { destination, pino } from 'pino'
import { type PresentConfig, readConfig, UsageError } from '../config/config.ts'
import { usage } from '../config/flags.ts'
import { createReader } from '../deck/source/reader.ts'
import { LogError } from '../log/log.ts'
import { ExportError, PresentError } from './errors.ts'

/** Ms that a stop waits for connections to end. */
const PATIENCE = 2_500

const out = (text: string) => process.stdout.write(`${text}\n`)
const write = (text: string) => process.stdout.write(text)
const note = (text: string) => process.stderr.write(`${text}\n`)

/** Resolves once the command is done or its server listens; the exit code is 2 for wrong usage, 1 for other failures. */
export async function run(argv: string[], env: NodeJS.ProcessEnv): Promise<void> {
  try {
    process.exitCode = await command(argv, env)
  } catch (error) {
    note(isExpected(error) ? error.message : String(error instanceof Error ? error.stack : error))
    process.exit(error instanceof UsageError ? 2 : 1)
  }
}

async function command(argv: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const config = readConfig(argv, env, process.stdout.isTTY ?? false)
  const root = packageRoot(import.meta.dirname)
  switch (config.command) {
    case 'help':
      out(usage)
      return 0
    case 'version':
      out(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version)
      return 0
    case 'check':
      return (await import('./check/check.ts')).check(config, out, root)
    case 'present': {
      const leaving = new AbortController()
      const starting = start(config, root, leaving.signal)
      stopOnSignal(async () => {
        leaving.abort()
        await (await starting)()
      })
      await starting
      return 0
    }
    case 'import':
      return (await import('./import.ts')).importQuestions(config, { write, note })
    case 'export':
      return (await import('./export.ts')).exportQuestions(config, { write, note })
    case 'static':
      return (await import('./static.ts')).writeStatic(config, root, { out, note })
    case 'print':
      return (await import('./print/print.ts')).print(config, root, { out, note })
    default:
      return config satisfies never
  }
}

/** Started early: the process that reads decks loads its modules while this one loads the rest. */
async function start(config: PresentConfig, root: string, leaving: AbortSignal): Promise<() => Promise<void>> {
  const reader = createReader()
  const logger = pino({ level: config.json ? 'info' : 'warn' }, destination(2))
  const { presentPicked } = await import('./folder/choose.ts')
  return presentPicked(config, root, { out, note, logger }, leaving, reader)
}

/** Whether the message tells the user what to do; anything else is a bug, where the stack helps more. */
function isExpected(error: unknown): error is Error {
  return [UsageError, PresentError, ExportError, LogError].some(kind => error instanceof kind)
}

function stopOnSignal(stop: () => Promise<void>) {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      setTimeout(() => process.exit(0), PATIENCE).unref()
      stop().then(
        () => process.exit(0),
        error => {
          note(String(error))
          process.exit(1)
        },
      )
    })
  }
}

function packageRoot(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : packageRoot(dirname(folder))
}
