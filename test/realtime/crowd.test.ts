/** Which joins look like a script's, and which like a class's. */
import { describe, expect, test } from 'vitest'
import { createCrowd } from '../../server/realtime/crowd.ts'

const clock = { now: 1_000_000 }
const crowdOf = () => createCrowd(() => clock.now)

/** Joins `count` in `ms`; `stays` says which of them are still there a second later. */
function join(crowd: ReturnType<typeof crowdOf>, count: number, ms: number, stays: (index: number) => boolean) {
  const start = clock.now
  const ids = Array.from({ length: count }, (_, index) => `${start}-${index}`)
  for (const [index, id] of ids.entries()) {
    clock.now = start + (index * ms) / count
    crowd.joined(id, clock.now)
    crowd.came(id)
  }
  clock.now = start + ms + 1_000
  for (const [index, id] of ids.entries()) if (!stays(index)) crowd.left(id)
  return ids
}

test('thousands who joined and are gone are told with their number and time, and beside a class', () => {
  const crowd = crowdOf()
  join(crowd, 30, 20_000, () => true)
  const start = clock.now
  join(crowd, 4_970, 4_000, () => false)
  expect(crowd.view()).toMatchObject({ joined: 4_970, gone: true, since: start })
  expect((crowd.view()?.until ?? 0) - start).toBeLessThan(4_000)
})

test('thousands who joined at one instant and stay are told too', () => {
  const crowd = crowdOf()
  join(crowd, 2_500, 2_000, () => true)
  expect(crowd.view()).toMatchObject({ joined: 2_500, gone: false })
})

describe('nothing is told', () => {
  test.each([
    ['of 5,000 people who come within a minute', 5_000, 60_000, () => true],
    ['of a class of 200 of whom some try two browsers', 200, 30_000, (index: number) => index % 5 > 0],
    ['of a small class whose phones all go dark at once', 25, 10_000, () => false],
  ])('%s', (_, count, ms, stays) => {
    const crowd = crowdOf()
    join(crowd, count, ms, stays)
    expect(crowd.view()).toBeUndefined()
  })

  test('of phones that lost their network and are back', () => {
    const crowd = crowdOf()
    const ids = join(crowd, 200, 4_000, () => false)
    expect(crowd.view()).toBeDefined()
    for (const id of ids) crowd.came(id)
    expect(crowd.view()).toBeUndefined()
  })

  test('of phones that leave after they have been there for a while', () => {
    const crowd = crowdOf()
    const ids = join(crowd, 200, 4_000, () => true)
    clock.now += 20_000
    for (const id of ids) crowd.left(id)
    expect(crowd.view()).toBeUndefined()
  })

  test('of what the presenter has dealt with', () => {
    const crowd = crowdOf()
    join(crowd, 200, 1_000, () => false)
    crowd.forget()
    expect(crowd.view()).toBeUndefined()
  })
})
