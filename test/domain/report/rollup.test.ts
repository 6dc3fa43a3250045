import { assert, constantFrom, integer, property } from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as z from 'zod'
import { checkRollup, rollupFault } from '../../../src/domain/report/rollup.ts'
import { applicationColumns, applicationRows } from '../../../src/domain/shared/report-keys.data.ts'
import type { AnnualReport } from '../../../src/domain/report/types.ts'

const file = new URL('../../../../shared/data/rollups.json', import.meta.url)

const rollups = z.object({
  rollups: z.array(
    z.looseObject({
      id: z.string(),
      total: z.number(),
      matches: z.boolean(),
      parts: z.array(z.looseObject({ value: z.number() })),
    }),
  ),
})

/** Totals that cities published, copied: one that adds up, and the two that do not. */
const copied = [
  {
    id: 'RU01',
    total: 3607,
    parts: [349, 933, 477, 301, 874, 216, 348, 55, 26, 12, 16],
    sum: 3607,
  },
  { id: 'RU14', total: 382, parts: [35, 80, 2443], sum: 2558 },
  { id: 'RU15', total: 286, parts: [160, 120], sum: 280 },
]

test.each(copied)('E8: $id, a published total, is the sum of its parts or is named', (one) => {
  const expected = one.sum === one.total ? null : { total: one.total, sum: one.sum }
  expect(rollupFault(one.total, one.parts)).toEqual(expected)
})

test('E8: every real published total is judged as its file says', () => {
  if (!existsSync(file)) {
    console.log('no published totals beside the repository: only the copied ones were checked')
    return
  }
  const read = rollups.parse(JSON.parse(readFileSync(file, 'utf8'))).rollups
  for (const { id, total, parts, matches } of read) {
    expect(
      rollupFault(
        total,
        parts.map(({ value }) => value),
      ) === null,
      id,
    ).toBe(matches)
  }
})

/** A report whose cells are all `figure`. */
function reportOf(figure: number): AnnualReport {
  const cells = Object.fromEntries(applicationColumns.map(({ key }) => [key, figure]))
  const applications = Object.fromEntries(applicationRows.map(({ key }) => [key, cells]))
  const proactive = { fees: { amountWanYuan: figure / 1_000_000 } }
  return { agency: '机关', level: 'county', year: 2025, format: '2021', applications, proactive }
}

test('E8: members that make the whole are accepted, and a changed cell is named, whichever it is', () => {
  assert(
    property(
      integer({ min: 0, max: 9999 }),
      integer({ min: 0, max: 9999 }),
      integer({ min: 1, max: 99 }),
      constantFrom(...applicationRows.map(({ key }) => key)),
      constantFrom(...applicationColumns.map(({ key }) => key)),
      (first, second, more, row, column) => {
        const members = [reportOf(first), reportOf(second)]
        const whole = reportOf(first + second)
        expect(checkRollup(whole, members)).toEqual([])
        const cells = { ...whole.applications?.[row], [column]: first + second + more }
        const faulty = { ...whole, applications: { ...whole.applications, [row]: cells } }
        expect(checkRollup(faulty, members)).toEqual([
          { table: 'applications', row, column, total: first + second + more, sum: first + second },
        ])
      },
    ),
  )
})
