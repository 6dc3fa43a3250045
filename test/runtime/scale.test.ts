import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { readLedger, writeLedger } from '../../bench/scale/ledger.ts'
import { readScaleOptions } from '../../bench/scale/options.ts'
import { prefectureOf } from '../../bench/scale/prefecture.ts'
import { describeScale } from '../../bench/scale/print.ts'
import { measurePrefecture, type ScaleResult } from '../../bench/scale/run.ts'
import { checkTree } from '../../scripts/tenants/check-tree.ts'
import { parseManifest } from '../../scripts/tenants/parse-manifest.ts'

const data = mkdtempSync(join(tmpdir(), 'scale-'))
/** Seconds suffice where nobody else is at work. */
const patience = 180_000
afterAll(() => rmSync(data, { recursive: true }))

const size = { agencies: 6, documents: 60, applications: 24 }
const measure = (): Promise<ScaleResult> =>
  measurePrefecture(size, { cases: 10, atOnce: 8, queueWait: 0.1, data })

it.each([4, 6, 300, 1000])('an invented prefecture of %i agencies passes every check', (count) => {
  const { entries, agencies } = prefectureOf(count)
  expect(agencies).toHaveLength(count)
  expect(entries.flatMap(({ file, manifest }) => parseManifest(file, manifest).problems)).toEqual(
    [],
  )
  expect(checkTree({ entries, problems: [] })).toEqual([])
})

it(
  'a prefecture is built and a day played through door and queue: nothing is lost, and a recomputation finds nothing (issue 5 section 8)',
  async () => {
    const result = await measure()
    const { ledger, proof } = result
    expect(ledger.tenths.flatMap(({ failed }) => failed)).toEqual([])
    expect(ledger.tenths.map(({ lost }) => lost)).toEqual(Array.from({ length: 10 }, () => 0))
    expect(proof).toMatchObject({ agencies: 6, differences: [], behind: 0 })
    expect(proof.totals).not.toBeNull()
    for (const { what, sown, stands } of proof.totals ?? [])
      expect([what, stands]).toEqual([what, sown])
    expect(describeScale(result, result)).toContain('0 处不同')
  },
  patience,
)

it(
  'a day that was stopped half-way goes on where it stood',
  async () => {
    const folder = join(data, '6-60-24')
    const whole = readLedger(folder, 10)
    const played = whole.tenths.slice(0, 9)
    writeLedger(folder, { ...whole, tenths: played, open: 9 })
    const { ledger, proof } = await measure()
    expect(ledger.tenths).toHaveLength(10)
    expect(ledger.tenths.slice(0, 9)).toEqual(played)
    expect(ledger.begunAnew).toBe(1)
    expect(proof).toMatchObject({ differences: [], behind: 0, totals: null })
    expect(() => readLedger(folder, 30)).toThrow('--cases 10')
  },
  patience,
)

it('the command says what it understands', () => {
  expect(readScaleOptions(['--help'])).toBe('help')
  expect(readScaleOptions(['--agencies', '2'])).toMatchObject({
    fault: '机关数 应为 4 至 1500 的整数',
  })
  expect(readScaleOptions(['--compare', '30:3000:300'])).toMatchObject({
    size: { agencies: 100, documents: 20_000, applications: 2000 },
    compare: { agencies: 30, documents: 3000, applications: 300 },
  })
})
