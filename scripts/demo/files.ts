import { readDocuments } from './read-facts.ts'

/** A file to be attached to a demonstration document, found by its origin. */
export type DemoFile = { agency: string; origin: string; name: string; bytes: Uint8Array }

const perAgency = 2

/** Small real files for the newest documents of every agency: a register of the facts as CSV, a note as text. */
export function filesOf(): DemoFile[] {
  const numbered = readDocuments().map((facts, at) =>
    Object.assign(facts, { origin: `e:demo-${String(at + 1)}` }),
  )
  const encoder = new TextEncoder()
  return [...Map.groupBy(numbered, ({ agency }) => agency)].flatMap(([agency, rows]) => {
    const newest = rows.toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn))
    return newest.slice(0, perAgency).flatMap((row): DemoFile[] => {
      const { origin } = row
      const table = [
        ['标题', '发文字号', '发文机关', '成文日期', '发布日期'],
        ...newest
          .slice(0, 20)
          .map((r) => [r.title, r.docNumber ?? '', r.issuer, r.writtenOn, r.publishedOn]),
      ]
      const csv = table
        .map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
        .join('\r\n')
      const note = `演示附件\r\n\r\n${row.title}\r\n原文地址：${row.url}\r\n`
      return [
        {
          agency,
          origin,
          name: '附件1：同批文件目录（演示）.csv',
          bytes: encoder.encode(`\uFEFF${csv}\r\n`),
        },
        {
          agency,
          origin,
          name: '附件2：原文地址（演示）.txt',
          bytes: encoder.encode(`\uFEFF${note}`),
        },
      ]
    })
  })
}
