/** Of some object keys, those that no row of the agency names (无主附件). */
export async function unreferencedKeys(db: D1Database, keys: readonly string[]): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT value AS key FROM json_each(?)
       WHERE NOT EXISTS (SELECT 1 FROM application_file WHERE object_key = value)
         AND NOT EXISTS (SELECT 1 FROM item_file WHERE object_key = value)
         AND NOT EXISTS (SELECT 1 FROM dispute_file WHERE object_key = value)
         AND NOT EXISTS (SELECT 1 FROM application_transfer
           WHERE object_key IS NOT NULL AND substr(value, 1, length(object_key)) = object_key)
         AND NOT EXISTS (SELECT 1 FROM seal_image WHERE object_key = value)
         AND NOT EXISTS (SELECT 1 FROM sealed_original WHERE object_key = value)`,
    )
    .bind(JSON.stringify(keys))
    .all<{ key: string }>()
  return results.map((row) => row.key)
}
