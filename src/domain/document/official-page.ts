import type { Pictures } from './picture.ts'
import type { SealImage } from './seal-image.ts'
import type { DocumentTree } from './tree.ts'

/** What stands on a document's page beside its text (公文要素); `writtenOn` is YYYY-MM-DD. */
export type OfficialDocument = {
  title: string
  docNumber: string | null
  issuer: string
  writtenOn: string | null
  tree: DocumentTree
  /** reads the seal that an issued instrument bears (印章) */
  seal?: () => Promise<SealImage>
  /** reads the pictures that its figures show (图) */
  pictures?: () => Promise<Pictures>
}

/** Millimetres in the points of typesetting. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4
}

/** Page of an official document (公文版式, GB/T 9704-2012), in points: 22 lines of 28 characters. */
export const officialPage = {
  width: points(210),
  height: points(297),
  top: points(37),
  bottom: points(35),
  left: points(28),
  right: points(26),
  columns: 28,
  lines: 22,
  /** 三号 */ bodySize: 16,
  /** 二号 */ titleSize: 22,
  /** 四号 */ numberSize: 14,
  /** 小四号, and 五号 where there are many columns */ tableSizes: [12, 10.5],
} as const

/** Size of the letters in a table of so many columns (表格字号), in points. */
export function tableSize(columns: number): number {
  const [usual, small] = officialPage.tableSizes
  return columns > 7 ? small : usual
}

/** Who and when, for a document that has no signature of its own (题注); null when it has one. */
export function captionOf({ issuer, writtenOn, tree }: OfficialDocument): string | null {
  if (tree.blocks.some(({ type }) => type === 'signature')) return null
  const day = writtenOn === null ? null : chineseDate(writtenOn)
  return day === null ? `（${issuer}）` : `（${issuer}　${day}）`
}

/** A day as documents write it: 2026年3月2日. */
function chineseDate(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year ?? ''}年${Number(month)}月${Number(date)}日`
}
