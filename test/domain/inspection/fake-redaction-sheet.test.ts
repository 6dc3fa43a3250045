import { expect, test } from 'vitest'
import { readAttachment } from '../../../src/domain/inspection/read-attachment.ts'
import { id, leftIn, masked, XLSX, xml } from './left-in.ts'
import { row, workbook } from './sample-documents.ts'

const looks = `${xml}<styleSheet><numFmts><numFmt numFmtId="164" formatCode=";;;"/><numFmt numFmtId="165" formatCode="0;-0;;@"/></numFmts>
<fonts><font><sz val="11"/></font><font><color rgb="FFFFFFFF"/></font><font><color theme="1"/></font><font><color indexed="10"/></font></fonts>
<fills><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FF000000"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FF1F4E79"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>
<cellXfs><xf fontId="0" fillId="0"/><xf fontId="0" fillId="2"/><xf fontId="1" fillId="0"/><xf fontId="2" fillId="2"/><xf fontId="3" fillId="4"/><xf numFmtId="164"/><xf numFmtId="165"/><xf fontId="1" fillId="3"/><xf fontId="1" fillId="2"/><xf fontId="0" fillId="1"/></cellXfs>
<dxfs><dxf><font><color rgb="FFFFFFFF"/></font></dxf><dxf><font><color rgb="FF000000"/></font><fill><patternFill><bgColor rgb="FF000000"/></patternFill></fill></dxf><dxf><numFmt numFmtId="170" formatCode=";;;"/></dxf></dxfs></styleSheet>`
const cell = (style: number, text = id): string =>
  `<row><c s="${String(style)}" t="inlineStr"><is><t>${text}</t></is></c></row>`
const book = (rows: string, parts: Record<string, string> = {}): Uint8Array =>
  workbook([{ name: '表', rows }], { 'xl/styles.xml': looks, ...parts })

test.each([
  ['black on black', 1],
  ['white on the sheet', 2],
  ['the theme’s black on black', 3],
  ['red on red', 4],
])('security 45: a cell with font and fill of one colour is found: %s', async (_, style) => {
  const file = book(cell(0, '姓名') + cell(style))
  expect(await leftIn(file, XLSX)).toEqual([{ trace: 'same-colour', detail: `表：${masked}` }])
  const reading = await readAttachment(file, XLSX)
  expect(reading).toMatchObject({ words: '表\n姓名', hidden: id })
})

test('security 45: a cell whose format shows nothing is found, a blank zero is not', async () => {
  const hidden = [{ trace: 'hidden-cells', detail: '表' }]
  expect(await leftIn(book(cell(5)), XLSX)).toEqual(hidden)
  expect(await leftIn(book('<row><c s="5"><v>13956012345</v></c></row>'), XLSX)).toEqual(hidden)
  expect(await leftIn(book('<row><c s="6"><v>0</v></c><c s="6"><v>7</v></c></row>'), XLSX)).toEqual(
    [],
  )
})

test('security 45: rows and columns without height or width, and very hidden sheets, are hidden', async () => {
  const flat = workbook([
    { name: '行', rows: row(['甲']) + row([id], 'ht="0" customHeight="1"') },
    {
      name: '列',
      columns: '<cols><col min="1" max="1" width="0" customWidth="1"/></cols>',
      rows: row([id]),
    },
    {
      name: '余',
      columns: '<sheetFormatPr defaultRowHeight="15" zeroHeight="1"/>',
      rows: row(['乙'], 'hidden="0"') + row([id]),
    },
    { name: '底', state: 'veryHidden', rows: row([id]) },
  ])
  expect(await leftIn(flat, XLSX)).toEqual([
    { trace: 'hidden-cells', detail: '行' },
    { trace: 'hidden-cells', detail: '列' },
    { trace: 'hidden-cells', detail: '余' },
    { trace: 'hidden-sheet', detail: '底' },
  ])
})

test('security 45: a condition that blackens or blanks cells is found, one that greys errors is not', async () => {
  const rule = (look: number): Uint8Array =>
    book(
      `${cell(0)}</sheetData><conditionalFormatting sqref="B2:B9"><cfRule type="expression" dxfId="${String(look)}"/></conditionalFormatting><sheetData>`,
    )
  expect(await leftIn(rule(0), XLSX)).toEqual([])
  expect(await leftIn(rule(1), XLSX)).toEqual([{ trace: 'same-colour', detail: '表：B2:B9' }])
  expect(await leftIn(rule(2), XLSX)).toEqual([{ trace: 'hidden-cells', detail: '表：B2:B9' }])
})

test('security 45: headings that can be read, and tables that bring their own ground, are not found', async () => {
  for (const style of [0, 7, 8, 9]) expect(await leftIn(book(cell(style)), XLSX)).toEqual([])
  const inTable = book(cell(2), { 'xl/tables/table1.xml': `${xml}<table/>` })
  expect(await leftIn(inTable, XLSX)).toEqual([])
})
