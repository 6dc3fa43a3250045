import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkReceived } from '../../../src/usecases/report/annual/check-received.ts'
import { decideReport } from '../../../src/usecases/report/annual/decide-report.ts'
import {
  listPublicReports,
  showPublicReport,
} from '../../../src/usecases/report/annual/public-reports.ts'
import { listReceived, showReceived } from '../../../src/usecases/report/annual/received-reports.ts'
import { startReport } from '../../../src/usecases/report/annual/start-report.ts'
import { attestFigures } from '../../../src/usecases/statistics/attest-figures.ts'
import { openHouse, officer, type House } from '../../support/house.ts'
import { deskOf, people } from '../item/desk-items.ts'
import {
  act,
  applications,
  at,
  attestAll,
  carryLetters,
  head,
  must,
  sync,
  write,
  writer,
} from './report-house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
  await applications(house, 'river', 'a', [
    {
      class: 'naturalPerson',
      receivedOn: '2025-03-03',
      outcome: 'granted',
      decidedOn: '2025-03-20',
    },
    {
      class: 'commercial',
      receivedOn: '2025-12-20',
      outcome: 'unable.notHeld',
      decidedOn: '2026-01-08',
    },
    {
      class: 'research',
      receivedOn: '2024-12-30',
      outcome: 'partialGrant',
      decidedOn: '2025-01-10',
    },
  ])
})
afterAll(() => house.close())

const start = async (agency: string, raw: unknown) =>
  startReport(await house.ctx(agency, writer, at), house.regionCtx(at), raw)

test('条例第50条: a report is drafted from the figures, locked by the self-check, and nothing unreported passes', async () => {
  const begun = must(await start('river', { year: 2025 }))
  expect(begun.report.applications?.newReceived).toMatchObject({
    naturalPerson: 1,
    commercial: 1,
    total: 2,
  })
  expect(begun.report.applications?.carriedOver).toMatchObject({ research: 1, total: 1 })
  expect(begun.check.blanks).toContainEqual({
    table: 'proactive',
    row: 'licensing',
    column: 'decisions',
  })
  expect(begun.check.emptySections).toEqual(['problems', 'other'])
  expect(await act(house, 'river', 2025, 'check', writer)).toMatchObject({
    refusal: { code: 'report-unready' },
  })
  await attestAll(house, 'river', 2025)
  must(
    await write(house, 'river', 2025, {
      prose: { problems: '见{新收申请}件。', other: '{没有这个数}' },
    }),
  )
  const faulty = await act(house, 'river', 2025, 'check', writer)
  expect(faulty).toMatchObject({ refusal: { code: 'report-unready' } })
  must(await write(house, 'river', 2025))
  const checked = must(await act(house, 'river', 2025, 'check', writer))
  expect(checked.work.state).toBe('checked')
  // What happens afterwards does not change what was checked.
  await applications(house, 'river', 'late', [
    { class: 'research', receivedOn: '2025-12-31', outcome: 'granted', decidedOn: '2026-01-19' },
  ])
  expect(checked.check.isClean).toBe(true)
  // But it does not go up while the records say otherwise (E9).
  expect(await act(house, 'river', 2025, 'submit')).toMatchObject({
    refusal: { code: 'report-unready' },
  })
  const reopened = must(await act(house, 'river', 2025, 'reopen', writer))
  expect(reopened.report.applications?.newReceived?.total).toBe(3)
  const locked = must(await act(house, 'river', 2025, 'check', writer))
  expect(locked.drift).toEqual([])
})

test('条例第49条: the office above returns it with remarks on cells, then clears it, by letter', async () => {
  must(await act(house, 'river', 2025, 'submit'))
  await carryLetters(house)
  const east = await house.ctx('east', head, at)
  const received = must(await listReceived(east, house.regionCtx(at), 2025))
  const line = received.items.find(({ agency }) => agency.id === 'river')
  expect(line).toMatchObject({ state: 'open', isLate: false })
  expect(received.items.filter(({ state }) => state === null).length).toBeGreaterThan(0)
  const letter = line?.letterId ?? ''
  expect(
    must(await showReceived(east, house.regionCtx(at), letter)).content.prose.overview,
  ).toContain('全年新收政府信息公开申请 3 件')
  expect(must(await showReceived(east, house.regionCtx(at), letter)).findings).toEqual([])
  const remarks = [{ at: 'proactive/licensing/decisions', text: '与上年相差较大，请核对' }]
  expect(await decideReport(east, house.regionCtx(at), letter, 'return', {})).toMatchObject({
    refusal: { errors: [{ pointer: '/opinion' }] },
  })
  must(await decideReport(east, house.regionCtx(at), letter, 'return', { remarks }))
  await carryLetters(house)
  const back = must(await act(house, 'river', 2025, 'reopen', writer))
  expect(back.work.remarks).toEqual(remarks)
  must(await act(house, 'river', 2025, 'check', writer))
  must(await act(house, 'river', 2025, 'submit'))
  await carryLetters(house)
  const again = must(await listReceived(east, house.regionCtx(at), 2025))
  const second = again.items.find(({ agency }) => agency.id === 'river')?.letterId ?? ''
  expect(second).not.toBe(letter)
  must(await decideReport(east, house.regionCtx(at), second, 'clear', {}))
  await carryLetters(house)
  expect(await act(house, 'river', 2025, 'submit')).toMatchObject({
    refusal: { code: 'step-not-open', state: 'cleared' },
  })
})

test('row 44: it is public as an item that passed both reviews, and a correction is a new edition', async () => {
  const desk = deskOf(house, 'river', at)
  const ctx = await house.ctx('river', { type: 'public' }, at)
  expect(await showPublicReport(ctx, 2025)).toMatchObject({ refusal: { code: 'not-found' } })
  const { work } = must(await act(house, 'river', 2025, 'prepare', writer))
  const again = must(await act(house, 'river', 2025, 'prepare', writer))
  expect(again.work.itemId).toBe(work.itemId)
  expect(await showPublicReport(ctx, 2025)).toMatchObject({ refusal: { code: 'not-found' } })
  const item = work.itemId ?? ''
  must(await desk.edit(item, { unit: '办公室' }))
  await desk.approve(item)
  must(await desk.act(item, 'publish', people.head))
  const shown = must(await showPublicReport(ctx, 2025))
  expect(shown).toMatchObject({ edition: 1, report: { applications: { granted: { total: 1 } } } })
  expect(shown.sections[0]?.text).toContain('上年结转 1 件，办结 2 件，结转下年度 2 件')
  expect(must(await listPublicReports(ctx)).items.map(({ year }) => year)).toEqual([2025])

  must(await act(house, 'river', 2025, 'correct', head, { note: '更正存在问题一节' }))
  must(await write(house, 'river', 2025, { prose: { problems: '新的问题。' } }))
  must(await act(house, 'river', 2025, 'check', writer))
  expect(must(await showPublicReport(ctx, 2025)).edition).toBe(1)
  must(await act(house, 'river', 2025, 'submit'))
  await carryLetters(house)
  const east = await house.ctx('east', head, at)
  const line = must(await listReceived(east, house.regionCtx(at), 2025)).items.find(
    ({ agency }) => agency.id === 'river',
  )
  must(await decideReport(east, house.regionCtx(at), line?.letterId ?? '', 'clear', {}))
  await carryLetters(house)
  must(await act(house, 'river', 2025, 'prepare', writer))
  await desk.approve(item)
  must(await desk.act(item, 'publish', people.head))
  const corrected = must(await showPublicReport(ctx, 2025))
  expect(corrected).toMatchObject({ edition: 2, note: '更正存在问题一节' })
  expect(corrected.sections[4]?.text).toBe('新的问题。')
})

test('a government’s report sums its departments and townships once each, and names who is missing (E8)', async () => {
  await applications(house, 'hill', 'b', [
    { class: 'otherOrg', receivedOn: '2025-05-05', outcome: 'granted', decidedOn: '2025-05-06' },
  ])
  await sync(house, 'river', 'hill')
  const begun = must(await start('east', { year: 2025 }))
  expect(begun.report).toMatchObject({
    scope: '本级及下级',
    applications: { newReceived: { naturalPerson: 1, commercial: 1, otherOrg: 1, total: 4 } },
  })
  const missing = begun.missing.map(({ id }) => id)
  expect(missing).not.toContain('river')
  expect(missing).toContain('east')
  // The text says so by itself, and who is missing is named in it.
  expect(begun.work.prose.overview).toContain('{未报机关名单}')
  const named = begun.references.find(({ name }) => name === '未报机关名单')?.value
  expect(named).toContain(begun.missing[0]?.name)
  expect(begun.references).toContainEqual({ name: '未报机关', value: missing.length })
  expect(begun.check.prose).toEqual([])
  expect(begun.check.stubs).toEqual([
    '（三）政府信息管理。',
    '（四）平台建设。',
    '（五）监督保障。',
  ])
})

test('a report of an older year and form is typed in, checked, and stays readable', async () => {
  const tables = {
    format: '2019',
    applications: { newReceived: { naturalPerson: 2, total: 3 } },
  }
  const begun = must(await start('hill', { year: 2020, entered: true, tables }))
  expect(begun.work).toMatchObject({ format: '2019', entered: true })
  expect(begun.check.findings).toMatchObject([{ rule: 'rowSum', row: 'newReceived' }])
  const fixed = { applications: { newReceived: { naturalPerson: 3, total: 3 } } }
  expect(
    must(
      await write(house, 'hill', 2020, {
        prose: { overview: '补录。', problems: '无', other: '无' },
        tables: fixed,
      }),
    ).check.findings,
  ).toEqual([])
  expect(await start('hill', { year: 2027 })).toMatchObject({ refusal: { code: 'invalid' } })
  expect(await start('hill', { year: 2020 })).toMatchObject({
    refusal: { errors: [{ problem: 'taken' }] },
  })
})

test('E8: what the agencies below submitted is held against the sums of the office, cell by cell', async () => {
  const east = await house.ctx('east', head, at)
  const checked = must(await checkReceived(east, house.regionCtx(at), 2025))
  expect(checked?.lacking).toBe(2)
  // The township that has not submitted is what the sums have more.
  expect(checked?.cells).toContainEqual({
    table: 'applications',
    row: 'newReceived',
    column: 'otherOrg',
    total: 1,
    sum: 0,
  })
  expect(
    checked?.cells.some(({ row, column }) => row === 'granted' && column === 'naturalPerson'),
  ).toBe(false)
  expect(
    must(await checkReceived(await house.ctx('river', head, at), house.regionCtx(at), 2025)),
  ).toBeNull()
})

test('E7: a figure below zero keeps a report from being locked, whatever it came from', async () => {
  const ctx = await house.ctx('pref', officer('statistician'), at)
  const figures = [
    { indicator: 'regulations.made', value: 1, version: 0 },
    { indicator: 'regulations.repealed', value: 5, version: 0 },
  ]
  must(await attestFigures(ctx, '2025', { figures }))
  await sync(house, 'pref')
  must(await start('pref', { year: 2025 }))
  const view = must(await write(house, 'pref', 2025))
  expect(view.check.impossible).toEqual([
    { table: 'proactive', row: 'regulations', column: 'inForce' },
  ])
  expect(await act(house, 'pref', 2025, 'check', writer)).toMatchObject({
    refusal: { code: 'report-unready' },
  })
})
