/** What every implementation of the log must do: each sentence of server/log/log.ts, as tests. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import type { Commit, Log } from '../../server/log/log.ts'

export interface Storage {
  /** A log on this storage; the test closes it before it opens another one. */
  open(): Promise<Log>
  remove(): Promise<void>
}

const CODE = '482913'
const OTHER = '100000'

/** @param storage makes an empty one for each test */
export function holdsContract(name: string, storage: () => Promise<Storage>) {
  describe(name, () => {
    let place: Storage
    let log: Log

    beforeEach(async () => {
      place = await storage()
      log = await place.open()
    })
    afterEach(async () => {
      await log.close()
      await place.remove()
    })

    async function reopen() {
      await log.close()
      log = await place.open()
    }

    async function read(code: string, from = 0): Promise<Commit[]> {
      const commits: Commit[] = []
      const leave = await log.follow(code, from, commit => commits.push(commit))
      leave()
      return commits
    }

    test('a commit is read back as it was written', async () => {
      const events = [named('Zoë "Z" O’Neil\n\u0000\ud83d\udc18'), named('=1+1'), ended]
      expect(await log.append(CODE, 1, events)).toBe(true)
      expect(await read(CODE)).toEqual([{ version: 1, events }])
    })

    test('a version that is taken is refused and leaves the first commit as it was', async () => {
      await log.append(CODE, 1, [named('first')])
      expect(await log.append(CODE, 1, [named('second')])).toBe(false)
      expect(await read(CODE)).toEqual([{ version: 1, events: [named('first')] }])
    })

    test('versions have no gap', async () => {
      expect(await log.append(CODE, 2, [ended])).toBe(false)
      expect(await log.append(CODE, 0, [ended])).toBe(false)
      await log.append(CODE, 1, [ended])
      expect(await log.append(CODE, 3, [ended])).toBe(false)
      expect(await read(CODE)).toHaveLength(1)
    })

    test('of many appends of one version at the same time, one is written', async () => {
      const written = await Promise.all(Array.from({ length: 20 }, (_, i) => log.append(CODE, 1, [named(`${i}`)])))
      expect(written.filter(Boolean)).toHaveLength(1)
      expect(await read(CODE)).toEqual([{ version: 1, events: [named(`${written.indexOf(true)}`)] }])
    })

    test('a commit is there after the log has been closed and opened again', async () => {
      await log.append(CODE, 1, [named('before')])
      await reopen()
      expect(await log.append(CODE, 1, [named('again')])).toBe(false)
      expect(await log.append(CODE, 2, [named('after')])).toBe(true)
      expect(await read(CODE)).toEqual([
        { version: 1, events: [named('before')] },
        { version: 2, events: [named('after')] },
      ])
    })

    test('a follower gets what is written before it is told that it follows', async () => {
      for (let version = 1; version <= 50; version++) await log.append(CODE, version, [named(`${version}`)])
      const versions: number[] = []
      const leave = await log.follow(CODE, 0, commit => versions.push(commit.version))
      expect(versions).toEqual(upTo(50))
      leave()
    })

    test('a follower gets only what comes after the version it has', async () => {
      for (let version = 1; version <= 5; version++) await log.append(CODE, version, [ended])
      expect((await read(CODE, 3)).map(commit => commit.version)).toEqual([4, 5])
      expect(await read(CODE, 5)).toEqual([])
    })

    test('a follower gets each commit once and in order, while others write', async () => {
      const versions: number[] = []
      let left = () => {}
      const complete = new Promise<void>(resolve => {
        left = resolve
      })
      const writing = (async () => {
        for (let version = 1; version <= 100; version++) await log.append(CODE, version, [ended])
      })()
      const leave = await log.follow(CODE, 0, ({ version }) => {
        versions.push(version)
        if (version === 100) left()
      })
      await Promise.all([writing, complete])
      expect(versions).toEqual(upTo(100))
      leave()
    })

    test('a follower hears of what it writes itself as of what others write', async () => {
      const heard: Commit[] = []
      const leave = await log.follow(CODE, 0, commit => heard.push(commit))
      for (let version = 1; version <= 3; version++) await log.append(CODE, version, [named(`${version}`)])
      await until(() => heard.length === 3)
      expect(heard).toEqual(upTo(3).map(version => ({ version, events: [named(`${version}`)] })))
      leave()
    })

    test('whoever found a version written or taken can read it at once', async () => {
      const found = await Promise.all(
        upTo(20).map(async name => {
          const written = await log.append(CODE, 1, [named(`${name}`)])
          return { written, commits: await read(CODE) }
        }),
      )
      const winner = found.findIndex(({ written }) => written) + 1
      for (const { commits } of found) expect(commits).toEqual([{ version: 1, events: [named(`${winner}`)] }])
    })

    test('a follower hears of no other lesson', async () => {
      const heard: Commit[] = []
      const leave = await log.follow(CODE, 0, commit => heard.push(commit))
      await log.append(OTHER, 1, [ended])
      await log.append(CODE, 1, [named('mine')])
      await until(() => heard.length > 0)
      expect(heard).toEqual([{ version: 1, events: [named('mine')] }])
      leave()
    })

    test('a follower that has left hears nothing more, and the others do', async () => {
      const left: Commit[] = []
      const stayed: Commit[] = []
      const leaveFirst = await log.follow(CODE, 0, commit => left.push(commit))
      const leave = await log.follow(CODE, 0, commit => stayed.push(commit))
      leaveFirst()
      leaveFirst()
      await log.append(CODE, 1, [ended])
      await until(() => stayed.length > 0)
      expect(left).toEqual([])
      leave()
    })

    test('a follower that throws harms neither the append nor the other followers', async () => {
      const heard: number[] = []
      const leaveFirst = await log.follow(CODE, 0, () => {
        throw new Error('a follower with a bug')
      })
      const leave = await log.follow(CODE, 0, commit => heard.push(commit.version))
      expect(await log.append(CODE, 1, [ended])).toBe(true)
      expect(await log.append(CODE, 2, [ended])).toBe(true)
      await until(() => heard.length === 2)
      leaveFirst()
      leave()
    })

    test('a follower may append; every follower still hears in order', async () => {
      const first: number[] = []
      const second: number[] = []
      const leaveFirst = await log.follow(CODE, 0, ({ version }) => {
        first.push(version)
        if (version < 5) void log.append(CODE, version + 1, [ended])
      })
      const leave = await log.follow(CODE, 0, ({ version }) => second.push(version))
      await log.append(CODE, 1, [ended])
      await until(() => second.length === 5)
      expect(first).toEqual(upTo(5))
      expect(second).toEqual(upTo(5))
      leaveFirst()
      leave()
    })

    test('a follower that starts while another is being told hears that commit once', async () => {
      const late: number[] = []
      let following: Promise<() => void> | undefined
      const leaveFirst = await log.follow(CODE, 0, () => {
        following ??= log.follow(CODE, 0, ({ version }) => late.push(version))
      })
      await log.append(CODE, 1, [ended])
      await until(() => following !== undefined)
      const leave = await following
      await log.append(CODE, 2, [ended])
      await until(() => late.includes(2))
      expect(late).toEqual([1, 2])
      leaveFirst()
      leave?.()
    })

    test('lessons are listed by their first and last commit, the latest lesson first', async () => {
      expect(await log.lessons()).toEqual([])
      await log.append(OTHER, 1, [named('older')])
      await log.append(CODE, 1, [named('newer')])
      await log.append(OTHER, 2, [named('between')])
      await log.append(OTHER, 3, [ended])
      const listed = [
        {
          code: CODE,
          first: { version: 1, events: [named('newer')] },
          last: { version: 1, events: [named('newer')] },
        },
        {
          code: OTHER,
          first: { version: 1, events: [named('older')] },
          last: { version: 3, events: [ended] },
        },
      ]
      expect(await log.lessons()).toEqual(listed)
      await reopen()
      expect(await log.lessons()).toEqual(listed)
    })

    test('a lesson that is forgotten is gone for good, and its code is free; the others stay as they were', async () => {
      const heard: number[] = []
      for (let version = 1; version <= 3; version++) {
        await log.append(CODE, version, [named(`mine ${version}`)])
        await log.append(OTHER, version, [named(`other ${version}`)])
      }
      await log.follow(CODE, 3, ({ version }) => heard.push(version))
      const others = await read(OTHER)
      await log.forget(CODE)
      await log.forget('999999')
      for (const look of [async () => {}, reopen]) {
        await look()
        expect(await read(CODE)).toEqual([])
        expect((await log.lessons()).map(({ code }) => code)).toEqual([OTHER])
        expect(await read(OTHER)).toEqual(others)
      }
      expect(await log.append(OTHER, 4, [ended])).toBe(true)
      expect(await log.append(CODE, 1, [named('another class')])).toBe(true)
      expect(await read(CODE)).toEqual([{ version: 1, events: [named('another class')] }])
      expect(heard).toEqual([])
    })

    test('closing twice is closing once', async () => {
      await log.close()
      await log.close()
    })
  })
}

const ended: LessonEvent = { type: 'ended', at: 2 }
const named = (name: string): LessonEvent => ({ type: 'named', student: 's1', name, at: 1 })
const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

/** Waits for a state, one turn of the event loop at a time. */
async function until(reached: () => boolean) {
  while (!reached()) await new Promise(resolve => setImmediate(resolve))
}
