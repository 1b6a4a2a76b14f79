import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import { LogError } from '../../server/log/log.ts'
import { openSqlite } from '../../server/log/sqlite.ts'
import { holdsContract } from './contract.ts'
import { type Deliveries, turns, withDeliveries } from './deliveries.ts'

const CODE = '482913'
const ended: LessonEvent = { type: 'ended', at: 1 }
const WRITER = join(import.meta.dirname, 'writer.ts')

const storage = (deliveries: Deliveries) => async () => {
  const folder = await emptyFolder()
  return {
    open: async () =>
      withDeliveries(
        openSqlite(folder, () => {}),
        deliveries,
      ),
    remove: () => rm(folder, { recursive: true }),
  }
}

holdsContract('the SQLite log', storage({}))
// A log may do either, and SQLite does neither by itself.
holdsContract('a log that delivers long after it has written', storage({ deliver: pass => later(pass) }))
holdsContract(
  'a log that delivers long before it says so',
  storage({ append: write => write().finally(() => turns(20)) }),
)

describe('the SQLite file', () => {
  let folder: string
  beforeEach(async () => {
    folder = await emptyFolder()
  })
  afterEach(() => rm(folder, { recursive: true }))

  const refusal = (place = folder) => {
    try {
      openSqlite(place)
    } catch (error) {
      if (error instanceof LogError) return error.message
      throw error
    }
    throw new Error('it was opened')
  }

  test('is made with its folder, for its owner only', async () => {
    const place = join(folder, 'new', 'data')
    const log = openSqlite(place)
    await log.append(CODE, 1, [ended])
    expect((await stat(place)).mode & 0o777).toBe(0o700)
    for (const name of await readdir(place)) {
      expect((await stat(join(place, name))).mode & 0o777, name).toBe(0o600)
    }
    await log.close()
  })

  test('is complete by itself once the log is closed', async () => {
    const log = openSqlite(folder)
    await log.append(CODE, 1, [ended])
    await log.close()
    expect(await readdir(folder)).toEqual(['amphi.db'])
  })

  test('is refused to a second Amphi, which is told what to do', async () => {
    const log = openSqlite(folder)
    expect(refusal()).toContain(`another Amphi uses this data folder (${folder}); stop it, or`)
    expect(await log.append(CODE, 1, [ended])).toBe(true)
    await log.close()
  })

  test('is refused to a second process as well', async () => {
    const log = openSqlite(folder)
    const { errors, exit } = await run(process.execPath, [WRITER, folder, 'endless'])
    expect(exit).not.toBe(0)
    expect(errors).toContain('another Amphi uses this data folder')
    await log.close()
  })

  test('of another format is refused when that is newer', async () => {
    await openSqlite(folder).close()
    const db = new DatabaseSync(join(folder, 'amphi.db'))
    db.exec('PRAGMA user_version = 99')
    db.close()
    expect(refusal()).toContain('was written by a newer Amphi (format 99')
  })

  test('of format 1 is brought up to date: what it holds is read, and what comes is checked', async () => {
    const db = new DatabaseSync(join(folder, 'amphi.db'))
    db.exec(`CREATE TABLE commits (
        lesson TEXT NOT NULL, version INTEGER NOT NULL, events TEXT NOT NULL, PRIMARY KEY (lesson, version)
      ) STRICT;
      CREATE INDEX firsts ON commits (lesson) WHERE version = 1;
      PRAGMA user_version = 1`)
    const insert = db.prepare('INSERT INTO commits VALUES (?, ?, ?)')
    insert.run(CODE, 1, '[{"type":"started","at":1,"code":"482913","title":"Old","deck":"/deck.md"}]')
    insert.run(CODE, 2, '[{"type":"moved","at":2,"h":0,"v":0,"f":-1,"slide":"first"}]')
    db.close()

    const log = openSqlite(folder)
    expect(await log.append(CODE, 3, [ended])).toBe(true)
    const versions: number[] = []
    await log.follow(CODE, 0, commit => versions.push(commit.version))
    expect(versions).toEqual([1, 2, 3])
    await log.close()

    const after = new DatabaseSync(join(folder, 'amphi.db'))
    const kept = after.prepare('SELECT version, checksum IS NULL AS old FROM commits ORDER BY version').all()
    expect(kept.map(({ version, old }) => [version, old])).toEqual([
      [1, 1],
      [2, 1],
      [3, 0],
    ])
    after.close()
  })

  test('that is no database is refused and left as it is', async () => {
    const file = join(folder, 'amphi.db')
    await writeFile(file, 'Not a database. '.repeat(1_000))
    expect(refusal()).toContain(`${file} is damaged and cannot be read safely; move it away`)
    expect((await stat(file)).size).toBe(16_000)
  })

  test('with a damaged page is refused', async () => {
    const log = openSqlite(folder)
    for (let version = 1; version <= 200; version++) {
      await log.append(CODE, version, [{ type: 'named', student: 's1', name: 'x'.repeat(500), at: 1 }])
    }
    await log.close()
    const file = await open(join(folder, 'amphi.db'), 'r+')
    await file.write(Buffer.alloc(4_096, 0xff), 0, 4_096, 3 * 4_096)
    await file.close()
    expect(refusal()).toContain('is damaged')
  })

  test('holds no byte of a lesson that is forgotten, though others were written in between', async () => {
    const codes = ['111111', '222222', '333333', '444444']
    const log = openSqlite(folder)
    for (let version = 1; version <= 150; version++) {
      for (const code of codes) {
        // Some fill several pages.
        const name = `canary-${code}-${version} `.repeat(version % 40 === 0 ? 900 : 1 + (version % 9))
        await log.append(code, version, [{ type: 'named', student: 's1', name, at: version }])
      }
    }
    const holding = () => {
      const bytes = readdirSync(folder).map(name => readFileSync(join(folder, name), 'latin1'))
      return codes.filter(code => bytes.some(text => text.includes(`canary-${code}`) || text.includes(code)))
    }
    expect(holding()).toEqual(codes)
    await log.forget('222222')
    expect(holding()).toEqual(['111111', '333333', '444444'])
    await log.forget('444444')
    await log.forget('111111')
    expect(holding()).toEqual(['333333'])
    await log.close()
    expect(holding()).toEqual(['333333'])
  })

  test('cannot be in a place that is a file', async () => {
    const file = join(folder, 'notes.txt')
    await writeFile(file, 'x')
    expect(refusal(file)).toContain(`cannot write in the data folder ${file}`)
    expect(refusal(join(file, 'data'))).toContain('give Amphi another one with --data')
  })

  test('cannot be a folder', async () => {
    await mkdir(join(folder, 'amphi.db'))
    expect(refusal()).toContain(`cannot write in the data folder ${folder}`)
  })

  test('reports a follower that throws', async () => {
    const onError = vi.fn()
    const log = openSqlite(folder, onError)
    const bug = new Error('a bug')
    await log.follow(CODE, 0, () => {
      throw bug
    })
    await log.append(CODE, 1, [ended])
    expect(onError).toHaveBeenCalledExactlyOnceWith(bug)
    await log.close()
  })

  test.each([1, 20, 60])('keeps every acknowledged commit when its process is killed after %i of them', async count => {
    const child = spawn(process.execPath, [WRITER, folder, 'endless'], { stdio: ['ignore', 'pipe', 'inherit'] })
    let acked = 0
    for await (const line of createInterface(child.stdout)) {
      acked = Number(line.split(' ')[1])
      if (acked === count) child.kill('SIGKILL')
    }
    const log = openSqlite(folder)
    const versions: number[] = []
    await log.follow(CODE, 0, commit => versions.push(commit.version))
    expect(versions.length).toBeGreaterThanOrEqual(acked)
    expect(versions).toEqual(Array.from(versions, (_, i) => i + 1))
    expect(acked).toBeGreaterThanOrEqual(count)
    await log.close()
  })

  test('says that a commit is not saved when the storage is full, and takes the next one that fits', async () => {
    // A limit on the size of a file stands for a full disk: 2,048 blocks of 512 bytes.
    const writer = `ulimit -f 2048; exec "${process.execPath}" "${WRITER}" "${folder}" too-much`
    const { output } = await run('sh', ['-c', writer])
    expect(output).toBe('small true\nlarge not saved\nsmall true\n')

    const log = openSqlite(folder)
    const names: unknown[] = []
    await log.follow(CODE, 0, ({ events }) => names.push(...events.map(event => 'name' in event && event.name)))
    expect(names).toEqual(['x', 'y'])
    await log.close()
  })
})

const later = (pass: () => void) =>
  void turns(20)
    .then(pass)
    .catch(() => {})

const emptyFolder = () => mkdtemp(join(tmpdir(), 'amphi-log-'))

async function run(command: string, args: string[]) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  const [output, errors, exit] = await Promise.all([
    child.stdout.setEncoding('utf8').toArray(),
    child.stderr.setEncoding('utf8').toArray(),
    new Promise<number | null>(resolve => child.on('close', resolve)),
  ])
  return { output: output.join(''), errors: errors.join(''), exit }
}
