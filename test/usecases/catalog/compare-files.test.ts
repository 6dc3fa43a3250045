import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compareFiles } from '../../../src/usecases/catalog/compare-files.ts'
import { addItemFile } from '../../../src/usecases/item/files/add-file.ts'
import { openHouse, officer, type House } from '../../support/house.ts'
import { endDisplays } from '../../../src/usecases/item/end-displays.ts'
import { happyFields } from '../../domain/item/kinds/happy-fields.data.ts'
import { deskOf, people } from '../item/desk-items.ts'
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
      value: { entries: 0, files: 0, bare: 0, unlabelled: 0, found: [] },
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
      value: { entries: 3, files: 1, bare: 1, unlabelled: 1 },
    })
    const found = compared.ok ? compared.value.found : []
    expect(found.map(({ title, problem }) => [title, problem])).toEqual([
      ['有文件没有概述', 'unlabelled'],
      ['只有题目', 'bare'],
    ])
    expect(found[0]?.missing).toContain('summary')
  })

  test('the sums are exact whatever happened: published, changed, replaced, withdrawn, lapsed', async () => {
    const at = '2026-11-20T10:00:00+08:00'
    const desk = deskOf(house, 'west', at)
    const system = await house.ctx('west', { type: 'system', job: 'test' }, at)
    const summed = async (): Promise<unknown> => {
      const done = await compareFiles(await house.ctx('west', officer('head'), at))
      const { db } = await house.tenant('west')
      const real = await db
        .prepare(
          `WITH p AS (SELECT q.*, (SELECT count(*) FROM item_file f
               WHERE f.item_id = q.id AND f.live = 1) AS has FROM published q)
           SELECT count(*) AS entries, coalesce(sum(has), 0) AS files,
             coalesce(sum(has = 0 AND body = '' AND fields = '{}'), 0) AS bare,
             coalesce(sum(CASE WHEN written_on IS NULL OR coalesce(summary, '') = '' THEN has END), 0) AS unlabelled
           FROM p`,
        )
        .first()
      expect(done).toMatchObject({ ok: true, value: real })
      return real
    }
    const fields = { ...happyFields['penalty'], displayUntil: '2026-11-20' }
    // What it says stands in its fields.
    const { id } = await desk.publish({ kind: 'penalty', fields, body: '' })
    expect(await summed()).toEqual({ entries: 1, files: 0, bare: 0, unlabelled: 0 })
    for (const name of ['一.txt', '二.txt']) {
      const bytes = new TextEncoder().encode(name)
      expect(await addItemFile(system, id, { name, bytes })).toMatchObject({ ok: true })
    }
    expect(await summed()).toEqual({ entries: 1, files: 2, bare: 0, unlabelled: 0 })
    const other = await desk.publish({ title: '另一件' })
    await desk.edit(id, { body: '正文', note: '改' })
    await desk.approve(id)
    expect(await desk.act(id, 'publish', people.head)).toMatchObject({ ok: true })
    await summed()
    await desk.act(other.id, 'repeal', people.head, { reason: '不再适用' })
    await summed()
    await desk.act(other.id, 'withdraw', people.head, { reason: '有误' })
    await summed()
    const later = await house.ctx(
      'west',
      { type: 'system', job: 'test' },
      '2026-11-21T10:00:00+08:00',
    )
    expect(await endDisplays(later)).toMatchObject({ value: { ended: 1 } })
    expect(await summed()).toEqual({ entries: 0, files: 0, bare: 0, unlabelled: 0 })
  })

  test('only those who examine the catalogue are told', async () => {
    const visitor = await house.ctx('east')
    expect(await compareFiles(visitor)).toMatchObject({ ok: false })
  })
})
