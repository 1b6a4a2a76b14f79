/** What every implementation of the log must do for those who follow it: the part of the contract that is about deliveries. */
import { expect, test } from 'vitest'
import type { LessonEvent } from '../../server/lesson/lesson.ts'
import type { Commit, Log } from '../../server/log/log.ts'

export const CODE = '482913'
export const OTHER = '100000'
export const ended: LessonEvent = { type: 'ended', at: 2 }
export const named = (name: string): LessonEvent => ({ type: 'named', student: 's1', name, at: 1 })

export async function readFrom(log: Log, code: string, from = 0): Promise<Commit[]> {
  const commits: Commit[] = []
  const leave = await log.follow(code, from, commit => commits.push(commit))
  leave()
  return commits
}

/** @param log an empty one in each test */
export function followsAsPromised(log: () => Log) {
  test('a follower gets what is written before it is told that it follows', async () => {
    for (let version = 1; version <= 50; version++) await log().append(CODE, version, [named(`${version}`)])
    const versions: number[] = []
    const leave = await log().follow(CODE, 0, commit => versions.push(commit.version))
    expect(versions).toEqual(upTo(50))
    leave()
  })

  test('a follower gets only what comes after the version it has', async () => {
    for (let version = 1; version <= 5; version++) await log().append(CODE, version, [ended])
    expect((await readFrom(log(), CODE, 3)).map(commit => commit.version)).toEqual([4, 5])
    expect(await readFrom(log(), CODE, 5)).toEqual([])
  })

  test('a follower gets each commit once and in order, while others write', async () => {
    const versions: number[] = []
    let left = () => {}
    const complete = new Promise<void>(resolve => {
      left = resolve
    })
    const writing = (async () => {
      for (let version = 1; version <= 100; version++) await log().append(CODE, version, [ended])
    })()
    const leave = await log().follow(CODE, 0, ({ version }) => {
      versions.push(version)
      if (version === 100) left()
    })
    await Promise.all([writing, complete])
    expect(versions).toEqual(upTo(100))
    leave()
  })

  test('a follower hears of what it writes itself as of what others write', async () => {
    const heard: Commit[] = []
    const leave = await log().follow(CODE, 0, commit => heard.push(commit))
    for (let version = 1; version <= 3; version++) await log().append(CODE, version, [named(`${version}`)])
    await until(() => heard.length === 3)
    expect(heard).toEqual(upTo(3).map(version => ({ version, events: [named(`${version}`)] })))
    leave()
  })

  test('whoever found a version written or taken can read it at once', async () => {
    const found = await Promise.all(
      upTo(20).map(async name => {
        const written = await log().append(CODE, 1, [named(`${name}`)])
        return { written, commits: await readFrom(log(), CODE) }
      }),
    )
    const winner = found.findIndex(({ written }) => written) + 1
    for (const { commits } of found) expect(commits).toEqual([{ version: 1, events: [named(`${winner}`)] }])
  })

  test('a follower hears of no other lesson', async () => {
    const heard: Commit[] = []
    const leave = await log().follow(CODE, 0, commit => heard.push(commit))
    await log().append(OTHER, 1, [ended])
    await log().append(CODE, 1, [named('mine')])
    await until(() => heard.length > 0)
    expect(heard).toEqual([{ version: 1, events: [named('mine')] }])
    leave()
  })

  test('a follower that has left hears nothing more, and the others do', async () => {
    const left: Commit[] = []
    const stayed: Commit[] = []
    const leaveFirst = await log().follow(CODE, 0, commit => left.push(commit))
    const leave = await log().follow(CODE, 0, commit => stayed.push(commit))
    leaveFirst()
    leaveFirst()
    await log().append(CODE, 1, [ended])
    await until(() => stayed.length > 0)
    expect(left).toEqual([])
    leave()
  })

  test('a follower that throws harms neither the append nor the other followers', async () => {
    const heard: number[] = []
    const leaveFirst = await log().follow(CODE, 0, () => {
      throw new Error('a follower with a bug')
    })
    const leave = await log().follow(CODE, 0, commit => heard.push(commit.version))
    expect(await log().append(CODE, 1, [ended])).toBe(true)
    expect(await log().append(CODE, 2, [ended])).toBe(true)
    await until(() => heard.length === 2)
    leaveFirst()
    leave()
  })

  test('a follower may append; every follower still hears in order', async () => {
    const first: number[] = []
    const second: number[] = []
    const leaveFirst = await log().follow(CODE, 0, ({ version }) => {
      first.push(version)
      if (version < 5) void log().append(CODE, version + 1, [ended])
    })
    const leave = await log().follow(CODE, 0, ({ version }) => second.push(version))
    await log().append(CODE, 1, [ended])
    await until(() => second.length === 5)
    expect(first).toEqual(upTo(5))
    expect(second).toEqual(upTo(5))
    leaveFirst()
    leave()
  })

  test('a follower that starts while another is being told hears that commit once', async () => {
    const late: number[] = []
    let following: Promise<() => void> | undefined
    const leaveFirst = await log().follow(CODE, 0, () => {
      following ??= log().follow(CODE, 0, ({ version }) => late.push(version))
    })
    await log().append(CODE, 1, [ended])
    await until(() => following !== undefined)
    const leave = await following
    await log().append(CODE, 2, [ended])
    await until(() => late.includes(2))
    expect(late).toEqual([1, 2])
    leaveFirst()
    leave?.()
  })
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1)

/** Waits for a state, one turn of the event loop at a time. */
async function until(reached: () => boolean) {
  while (!reached()) await new Promise(resolve => setImmediate(resolve))
}
