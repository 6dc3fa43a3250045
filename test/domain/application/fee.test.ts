import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { computeFee, type Fee, parseFeeRequest } from '../../../src/domain/application/fee.ts'

function feeOf(input: unknown): Fee {
  const parsed = parseFeeRequest(input)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.refusal))
  return computeFee(parsed.value)
}

describe('办法 Art. 4: by items in a calendar month', () => {
  test.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [12, 200],
    [30, 2000],
    [31, 2200],
    [35, 3000],
    [45, 5500],
  ])('%i applications cost %i yuan', (items, yuan) => {
    expect(feeOf({ method: 'per-item', itemsBefore: 0, items }).yuan).toBe(yuan)
  })

  test('the steps show the count, the price and the sum', () => {
    expect(feeOf({ method: 'per-item', itemsBefore: 28, items: 5 })).toEqual({
      yuan: 800,
      steps: [
        { from: 29, to: 30, count: 2, unitYuan: 100, yuan: 200 },
        { from: 31, to: 33, count: 3, unitYuan: 200, yuan: 600 },
      ],
      law: ['政府信息公开条例第42条', '政府信息公开信息处理费管理办法第4条'],
    })
  })

  test('applying in two parts costs the same as in one', () => {
    const count = fc.integer({ min: 0, max: 300 })
    fc.assert(
      fc.property(count, count, (first, second) => {
        const parts =
          feeOf({ method: 'per-item', itemsBefore: 0, items: first }).yuan +
          feeOf({ method: 'per-item', itemsBefore: first, items: second }).yuan
        expect(feeOf({ method: 'per-item', itemsBefore: 0, items: first + second }).yuan).toBe(
          parts,
        )
      }),
    )
  })
})

describe('办法 Art. 5: by pages of one application', () => {
  test.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [68, 380],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('%i pages cost %i yuan', (pages, yuan) => {
    const fee = feeOf({ method: 'per-page', pages })
    expect(fee.yuan).toBe(yuan)
    expect(fee.steps.reduce((sum, step) => sum + step.count, 0)).toBe(pages)
    expect(fee.law).toEqual(['政府信息公开条例第42条', '政府信息公开信息处理费管理办法第5条'])
  })
})

describe('nonsense is refused field by field', () => {
  test.each([
    [null, ''],
    [{}, '/method'],
    [{ method: 'per-word', pages: 1 }, '/method'],
    [{ method: 'per-page' }, '/pages'],
    [{ method: 'per-page', pages: -1 }, '/pages'],
    [{ method: 'per-page', pages: 1.5 }, '/pages'],
    [{ method: 'per-page', pages: '68' }, '/pages'],
    [{ method: 'per-page', pages: 1e15 }, '/pages'],
    [{ method: 'per-page', pages: 1, items: 1 }, '/items'],
    [{ method: 'per-item', itemsBefore: 0 }, '/items'],
    [{ method: 'per-item', itemsBefore: -1, items: 1 }, '/itemsBefore'],
  ])('%j at %j', (input, pointer) => {
    expect(parseFeeRequest(input)).toMatchObject({
      ok: false,
      refusal: { code: 'invalid', errors: [{ pointer }] },
    })
  })
})
