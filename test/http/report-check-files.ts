import { toDocx } from '../../src/domain/document/docx/to-docx.ts'
import { runsOf } from '../../src/domain/document/plain.ts'
import { formOfTables, layoutsOf, textAt } from '../../src/domain/report/from-tables.ts'
import { layoutBlock, layoutGrid } from '../../src/domain/report/layout-grid.ts'
import type { ReportTables } from '../../src/domain/report/read-tables.ts'
import { writeCsv } from '../../src/domain/shared/sheet/write-csv.ts'
import { writeXlsx } from '../../src/domain/shared/sheet/write-xlsx.ts'

/** Rows of the official tables of a report, as they would be printed. */
export function gridOf(tables: ReportTables, year = 2024): string[][] {
  return layoutsOf(formOfTables(tables, year)).flatMap((layout) =>
    layoutGrid(layout, (cell) => textAt(tables, layout.table, cell)),
  )
}

/** A report as a workbook, figures as figures. */
export function workbook(tables: ReportTables): File {
  const [header = [], ...rows] = gridOf(tables)
  const cells = rows.map((row) => row.map((text) => (/^\d+$/.test(text) ? Number(text) : text)))
  return new File([new Uint8Array(writeXlsx({ name: '年报', header, rows: cells }))], '年报.xlsx')
}

/** A report as separated values. */
export function separated(tables: ReportTables): File {
  const [header = [], ...rows] = gridOf(tables)
  return new File([new Uint8Array(writeCsv(header, rows))], '年报.csv')
}

/** A report as a Word document: a sentence, and the tables with merged cells. */
export async function wordFile(tables: ReportTables, sentence: string): Promise<File> {
  const bytes = await toDocx({
    title: '2024年政府信息公开工作年度报告',
    docNumber: null,
    issuer: '淮安市人民政府',
    writtenOn: null,
    tree: {
      v: 1,
      blocks: [
        { type: 'heading', level: 1, text: runsOf('一、总体情况') },
        { type: 'paragraph', text: runsOf(sentence) },
        ...layoutsOf(formOfTables(tables, 2024)).map((layout) =>
          layoutBlock(layout, (cell) => textAt(tables, layout.table, cell)),
        ),
      ],
    },
  })
  return new File([bytes], '年报.docx')
}
