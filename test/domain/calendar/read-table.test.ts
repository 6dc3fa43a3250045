import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseCalendar } from '../../../src/domain/calendar/input.ts'
import { sourceIn } from '../../../src/domain/calendar/notice.ts'
import { calendarText, readCalendarTable } from '../../../src/domain/calendar/read-table.ts'
import { calendarSheet } from '../../../src/domain/calendar/sheet.ts'
import { publishedArrangements } from '../../../src/domain/time/holidays.data.ts'
import { addDays, localDate } from '../../../src/domain/time/local-date.ts'

const notice = `国务院办公厅关于2026年
部分节假日安排的通知
国办发明电〔2025〕7号

各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。

国务院办公厅
2025年11月4日`

const year2026 = publishedArrangements.find(({ year }) => year === 2026)

test('the State Council’s notice of 2026 is read as the table that the code holds', () => {
  const { table, faults } = readCalendarTable(notice, 2026)
  expect(faults).toEqual([])
  expect(table.off.map(({ name, from, to }) => [name, from.slice(5), to.slice(5)])).toEqual(
    year2026?.off,
  )
  expect(table.work.map((on) => on.slice(5)).toSorted()).toEqual(year2026?.work)
  expect(sourceIn(notice)).toEqual({ docNumber: '国办发明电〔2025〕7号', issuedOn: '2025-11-04' })
})

test('a stretch that crosses months or years is read (春节 2025, 元旦 2023)', () => {
  const spring =
    '二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。'
  expect(readCalendarTable(spring, 2025).table.off).toEqual([
    { name: '春节', from: '2025-01-28', to: '2025-02-04' },
  ])
  const turn = '一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。'
  expect(readCalendarTable(turn, 2023)).toEqual({
    table: { off: [{ name: '元旦', from: '2022-12-31', to: '2023-01-02' }], work: [] },
    faults: [],
  })
})

describe('what cannot stand is named by its line', () => {
  it.each([
    ['元旦,2027-01-01,2027-01-03\n除夕,2027-01-03,2027-01-04', 2, 'twice'],
    ['元旦,2027-01-01,2027-01-03\n上班,2027-01-02', 2, 'off-and-work'],
    ['元旦,2027-01-01\n上班,2027-01-05', 2, 'workday-already'],
    ['元旦,2027-01-01\n上班,2027-01-10\n上班,2027-01-10', 3, 'twice'],
    ['国庆节,2026-10-01,2026-10-07', 1, 'other-year'],
    ['元旦,2027-01-03,2027-01-01', 1, 'backwards'],
    ['春节,2027-02-01,2027-03-01', 1, 'too-many-days'],
    ['元旦,2027-02-30', 1, 'unreadable'],
    ['元旦 1月1日起放假', 1, 'unreadable'],
    ['一、元旦：13月1日放假。', 1, 'unreadable'],
  ])('%j', (text, line, why) => {
    expect(readCalendarTable(text, 2027).faults).toEqual([expect.objectContaining({ line, why })])
  })

  it('a table without a source, or without a day off, is refused', () => {
    const whole = {
      scope: 'national',
      year: 2027,
      table: '元旦,2027-01-01',
      docNumber: '国办发明电〔2026〕8号',
      url: 'https://www.gov.cn/notice',
      issuedOn: '2026-11-05',
    }
    expect(parseCalendar(whole).ok).toBe(true)
    for (const name of ['docNumber', 'url', 'issuedOn', 'table'] as const) {
      expect(parseCalendar({ ...whole, [name]: undefined })).toMatchObject({
        refusal: { errors: [{ pointer: `/${name}`, problem: 'required' }] },
      })
    }
    expect(parseCalendar({ ...whole, url: 'javascript:alert(1)' }).ok).toBe(false)
    expect(parseCalendar({ ...whole, table: '上班,2027-01-10' })).toMatchObject({
      refusal: { errors: [{ pointer: '/table', problem: 'required' }] },
    })
  })
})

test('a sheet gives the lines that are typed, in the writings that sheets have', () => {
  const sheet = '名称,开始日期,结束日期\n元旦,2027/1/1,2027/1/3\n上班,2027年1月10日,\n'
  expect(calendarSheet(new TextEncoder().encode(sheet))).toEqual({
    ok: true,
    value: '元旦,2027-01-01,2027-01-03\n上班,2027-01-10',
  })
  expect(calendarSheet(new Uint8Array([1, 2, 3])).ok).toBe(false)
})

test('what is kept reads back as it was (any table without faults)', () => {
  const stretch = fc.record({
    name: fc.constantFrom('元旦', '春节', '古尔邦节'),
    at: fc.integer({ min: 0, max: 364 }),
    days: fc.integer({ min: 1, max: 10 }),
  })
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 8 }), (stretches) => {
      const off = stretches.map(({ name, at, days }) => {
        const from = addDays(localDate('2027-01-01'), at)
        return { name, from, to: addDays(from, days - 1) }
      })
      const read = readCalendarTable(calendarText({ off, work: [] }), 2027)
      expect(read.table).toEqual({ off, work: [] })
    }),
  )
})
