/** Every scenario of the benchmark runs, small; its figures are not looked at. */
import { describe, expect, inject, test } from 'vitest'
import { runScenario, type ScenarioName, SMALL, scenarios } from '../bench/scenarios.ts'
import { table } from '../bench/table.ts'

describe.skipIf(!inject('browser') && !process.env.CI)('the benchmark', () => {
  test.each(Object.keys(scenarios) as ScenarioName[])('measures %s', async name => {
    const rows = await runScenario(name, SMALL)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.filter(({ ours }) => !Number.isFinite(ours))).toEqual([])
    expect(table([rows])).toContain(rows[0]?.what)
  })
})
