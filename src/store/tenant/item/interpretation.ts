import { bulk, statement, type Statement } from '../../statement.ts'

/** Another published item that explains this one, or that this one explains. */
export type InterpretationRow = { id: string; title: string; way: 'explains' | 'explained-by' }

/** Plans which documents an item explains (政策解读): exactly these, whatever stood before. */
export function linkInterpretations(itemId: string, ofItems: readonly string[]): Statement[] {
  if (ofItems.length === 0)
    return [statement('DELETE FROM interpretation WHERE item_id = ?1', itemId)]
  return [
    statement(
      `DELETE FROM interpretation
       WHERE item_id = ?1 AND of_item_id NOT IN (SELECT value FROM json_each(?2))`,
      itemId,
      JSON.stringify(ofItems),
    ),
    ...bulk(
      `INSERT INTO interpretation (item_id, of_item_id)
       SELECT ?2, value FROM json_each(?1) WHERE value <> ?2 ON CONFLICT DO NOTHING`,
      ofItems,
      itemId,
    ),
  ]
}

/** Reads both directions of an item's interpretations (解读的文件、相关解读), as far as the public reads them. */
export function selectInterpretations(itemId: string): Statement {
  return statement(
    `SELECT p.id, p.title, 'explains' AS way FROM interpretation i
       JOIN published p ON p.id = i.of_item_id WHERE i.item_id = ?1
     UNION ALL
     SELECT p.id, p.title, 'explained-by' FROM interpretation i
       JOIN published p ON p.id = i.item_id WHERE i.of_item_id = ?1
     LIMIT 40`,
    itemId,
  )
}

/** Reads which of some ids no item of the agency has, published or on its way. */
export function selectUnknownItems(ids: readonly string[]): Statement {
  return statement(
    `SELECT value AS id FROM json_each(?1)
     WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.id = value)
       AND NOT EXISTS (SELECT 1 FROM published WHERE published.id = value)`,
    JSON.stringify(ids),
  )
}
