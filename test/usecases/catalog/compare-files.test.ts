import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareFiles } from '../../../src/usecases/catalog/compare-files.ts'
import { addItemFile } from '../../../src/usecases/item/add-file.ts'
import { openHouse, officer, type House } from '../../support/house.ts'
import { importInto, noon } from '../item/import-files.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('row 6: entries and files are told apart', () => {
  test('an entry without text and file, and a file whose entry lacks an element, are named', async () => {
    const ctx = await house.ctx('east', officer('information-officer'), noon)
    expect(await compareFiles(ctx)).toMatchObject({
      value: { entries: 0, looked: 0, files: 0, bare: 0, unlabelled: 0, found: [] },
    })
    await importInto(house, 'east', [
      { title: '只有题目', publishedOn: '2026-11-01', column: '规划计划', body: '' },
      { title: '有文件没有概述', publishedOn: '2026-11-02', column: '规划计划', body: '正文' },
      { title: '齐全', publishedOn: '2026-11-03', column: '规划计划', body: '正文' },
    ])
    const rows = await house.rows('east', 'published')
    const idOf = (title: string): string =>
      String(rows.find((row) => row['title'] === title)?.['id'])
    const bytes = new TextEncoder().encode('附件')
    const system = await house.ctx('east', { type: 'system', job: 'test' }, noon)
    const added = await addItemFile(system, idOf('有文件没有概述'), { name: '附件.txt', bytes })
    expect(added).toMatchObject({ ok: true })
    const compared = await compareFiles(ctx)
    expect(compared).toMatchObject({
      value: { entries: 3, looked: 3, files: 1, bare: 1, unlabelled: 1 },
    })
    const found = compared.ok ? compared.value.found : []
    expect(found.map(({ title, problem }) => [title, problem])).toEqual([
      ['有文件没有概述', 'unlabelled'],
      ['只有题目', 'bare'],
    ])
    expect(found[0]?.missing).toContain('summary')
  })

  test('only those who examine the catalogue are told', async () => {
    const visitor = await house.ctx('east')
    expect(await compareFiles(visitor)).toMatchObject({ ok: false })
  })
})
