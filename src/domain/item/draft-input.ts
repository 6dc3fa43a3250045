import * as z from 'zod'
import { safeLine, safeText } from '../document/safe-text.ts'
import { countField } from '../shared/validate/fields.ts'
import { itemContent } from './content.ts'

const shape = itemContent.shape

/** What may be said of an item when it is drawn up or changed; what is left out stays (起草内容). */
const parts = {
  kind: shape.kind.optional(),
  title: shape.title.optional(),
  docNumber: shape.docNumber.optional(),
  summary: shape.summary.optional(),
  issuer: shape.issuer.optional(),
  writtenOn: shape.writtenOn.optional(),
  theme: shape.theme.optional(),
  genre: shape.genre.optional(),
  validity: shape.validity.optional(),
  attribute: shape.attribute.optional(),
  ground: shape.ground.optional(),
  groundReason: shape.groundReason.optional(),
  visibility: shape.visibility.optional(),
  fields: shape.fields.optional(),
  sourceUrl: shape.sourceUrl.optional(),
  coAgencies: shape.coAgencies.optional(),
  interprets: shape.interprets.optional(),
  /** the text as a tree, or as plain text that becomes one */
  document: shape.document.optional(),
  body: safeText(400_000).optional(),
  /** the text as it stands in the form, changes and all (表单正文) */
  source: safeText(400_000).optional(),
  /** the token under which the pictures of a file that was read in are kept (暂存图片) */
  pictures: z.string().max(100_000).optional(),
  /** id or Chinese name of the column */ category: safeLine(100).optional(),
  matter: z.string().max(64).nullable().optional(),
  unit: safeLine(100).nullable().optional(),
  /** what changed in this edition, told to readers */ note: safeText(500).nullable().optional(),
}

/** Body of `POST /desk/items`. */
export const newDraft = z.strictObject({ ...parts, title: shape.title })

/** Body of `PATCH /desk/items/{id}`; `version` is the one that was seen. */
export const draftChange = z.strictObject({
  ...parts,
  /** ids of the attachments that stay, in their order */
  attachments: z.array(z.string().max(64)).max(50).optional(),
  version: countField(1, Number.MAX_SAFE_INTEGER).optional(),
})

export type DraftParts = Omit<z.output<typeof draftChange>, 'version'>
