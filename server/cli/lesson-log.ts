/** Opens the log of a data folder and explains what is wrong with it. */
import type { PresentConfig } from '../config/config.ts'
import { createSequenceCheck } from '../lesson/event-sequence.ts'
import { DamagedLog, type Log } from '../log/log.ts'
import { putAside, type Recovery, recover } from '../log/recovery.ts'
import { openSqlite } from '../log/sqlite.ts'

export interface LessonLogParts {
  config: Pick<PresentConfig, 'dataFolder' | 'fresh' | 'recover'>
  /** For the person at the terminal. */
  note: (sentence: string) => void
  onError: (error: unknown) => void
}

/**
 * `--recover` cuts damaged lessons back first; `--new` puts an unreadable file aside.
 * @throws {LogError}
 */
export function openLessonLog({ config, note, onError }: LessonLogParts): Log {
  const { dataFolder, fresh } = config
  const suffix = `damaged-${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`
  if (config.recover) {
    const recovery = recover(dataFolder, createSequenceCheck, suffix)
    for (const line of recovery ? recoveryNotes(recovery) : ['Nothing is damaged: no lesson was changed.']) note(line)
  }
  try {
    return openSqlite(dataFolder, onError, note)
  } catch (error) {
    if (!fresh || !(error instanceof DamagedLog)) throw error
    note(`The lessons kept here cannot be read; they are put aside as ${putAside(dataFolder, suffix)}.`)
    return openSqlite(dataFolder, onError, note)
  }
}

/** Damaged lessons are left out, and do not prevent a new one. */
export async function tellDamaged(log: Log, note: LessonLogParts['note']): Promise<void> {
  for (const listed of await log.lessons()) {
    if (!('damage' in listed)) continue
    const { code, why, good } = listed.damage
    const back = good > 0 ? `; --recover goes back to save ${good}, its last good one` : ''
    note(`Lesson ${code} is damaged and not shown: ${why}${back}.`)
  }
}

function recoveryNotes({ aside, shortened, whole }: Recovery): string[] {
  return [
    `The damaged file is kept as ${aside}.`,
    ...shortened.map(({ code, kept }) =>
      kept > 0
        ? `Lesson ${code} goes on as it was at save ${kept}; answers given after it are lost.`
        : `Lesson ${code} is lost: not even its beginning can be read.`,
    ),
    ...(whole > 0 ? [`Of ${whole} other ${whole === 1 ? 'lesson' : 'lessons'} all is there that could be read.`] : []),
  ]
}
