/** What every implementation of the log must do: each sentence of server/log/log.ts, as tests. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Log } from '../../server/log/log.ts'
import { CODE, ended, followsAsPromised, named, OTHER, readFrom } from './follow-contract.ts'

export interface Storage {
  /** A log on this storage; the test closes it before it opens another one. */
  open(): Promise<Log>
  remove(): Promise<void>
}

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

    const read = (code: string) => readFrom(log, code)

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

    followsAsPromised(() => log)

    test('closing twice is closing once', async () => {
      await log.close()
      await log.close()
    })
  })
}
