import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import {
  type FormCell,
  writeFormXlsx,
} from '../../../../src/domain/shared/sheet/write-form-xlsx.ts'
import { writeXlsx } from '../../../../src/domain/shared/sheet/write-xlsx.ts'

function partIn(bytes: Uint8Array, name: string): string {
  return strFromU8(unzipSync(bytes)[name] ?? new Uint8Array())
}

describe('workbooks on paper (打印设置)', () => {
  it('lists print one page wide with their header on every page, rows as high as their texts', () => {
    const title = '关于印发《自然资源领域财政事权和支出责任划分改革方案》的通知'
    const sheet = { name: "甲'乙", header: ['标题', '号'], widths: [40, 70], rows: [[title, '1']] }
    const bytes = writeXlsx(sheet)
    expect(partIn(bytes, 'xl/workbook.xml')).toContain(
      `<definedName name="_xlnm.Print_Titles" localSheetId="0">'甲 乙'!$1:$1</definedName>`,
    )
    const main = partIn(bytes, 'xl/worksheets/sheet1.xml')
    expect(main).toContain('<pageSetUpPr fitToPage="1"/>')
    expect(main).toMatch(/orientation="landscape" fitToWidth="1" fitToHeight="0"/)
    expect(main).toContain('<row r="2" ht="30" customHeight="1">')
    const narrow = writeXlsx({ name: '甲', header: ['号'], rows: [['短']] })
    expect(partIn(narrow, 'xl/worksheets/sheet1.xml')).toMatch(
      /<row r="2">.*orientation="portrait"/,
    )
  })

  it.each([
    [10, 'landscape', 1],
    [40, 'portrait', 1],
    [90, 'portrait', 0],
  ])('a form of %i rows stands %s', (count, orientation, pages) => {
    const cell: FormCell = { content: 1, columns: 1, rows: 1, head: false }
    const rows = Array.from({ length: count }, () => [cell])
    const bytes = writeFormXlsx([{ name: '表', title: '表', widths: [10], rows }])
    expect(partIn(bytes, 'xl/worksheets/sheet1.xml')).toContain(
      `orientation="${orientation}" fitToWidth="1" fitToHeight="${pages}"`,
    )
  })
})
