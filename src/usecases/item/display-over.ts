import { itemContent } from '../../domain/item/content.ts'
import { publicFields } from '../../domain/item/kinds/public-fields.ts'
import { localDateOf } from '../../domain/time/instant.ts'

const fieldsOfKind = itemContent.shape.fields

/** Whether the days of display of an item are over (公示期满): its files and editions close with its text. */
export function isDisplayOver(
  { kind, fields }: { kind: string; /** JSON */ fields: string },
  now: number,
): boolean {
  const values = fieldsOfKind.parse(JSON.parse(fields))
  return publicFields(kind, values, localDateOf(now))?.isOver === true
}
