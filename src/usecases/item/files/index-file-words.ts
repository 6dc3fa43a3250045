import { facetTokens, indexGrams } from '../../../domain/item/index-text.ts'
import type { Statement } from '../../../store/statement.ts'
import { readSearchable, reindexItem } from '../../../store/tenant/item/reindex.ts'
import type { Ctx } from '../../context.ts'
import { columnsOfItem, maxFileWords } from '../item-facts.ts'

/**
 * Plans that a published item is found by the words inside a new attachment too (附件文字入索引), in
 * the commit that adds it; nothing where the file has no words that readers may find by now.
 */
export async function indexFileWords(
  { agency, db }: Pick<Ctx, 'agency' | 'db'>,
  itemId: string,
  words: string,
): Promise<Statement[]> {
  if (words.trim() === '') return []
  const item = await readSearchable(db, itemId)
  if (item === null) return []
  const said = [item.filesText ?? '', words].filter((part) => part !== '').join('\n')
  const filesText = said.slice(0, maxFileWords).toWellFormed()
  return reindexItem(itemId, {
    filesText,
    facets: facetTokens(item, columnsOfItem(agency, item.category)).join(' '),
    grams: indexGrams({ ...item, filesText }),
  })
}
