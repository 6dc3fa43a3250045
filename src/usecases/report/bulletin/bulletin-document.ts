import {
  bulletinTree,
  figureTable,
  findingTable,
  lineTable,
  ruleTable,
  sheetTable,
} from '../../../domain/report/bulletin/document.ts'
import type { DocumentTree } from '../../../domain/document/tree.ts'
import type { OpenedBulletin } from './show-bulletin.ts'

/** A bulletin as a document (简报文稿); the ledger stands in it only where `nameOf` names its agencies: the public reads none. */
export function bulletinDocument(
  { content, sections }: Pick<OpenedBulletin, 'content' | 'sections'>,
  nameOf: ((agency: string) => string) | null,
): DocumentTree {
  return bulletinTree(sections, [
    figureTable(content),
    lineTable(content),
    ruleTable(content),
    sheetTable(content),
    ...(nameOf === null ? [] : [findingTable(content, nameOf)]),
  ])
}
