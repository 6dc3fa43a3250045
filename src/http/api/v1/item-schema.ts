import { publicStandings } from '../../../domain/norm/standing.ts'
import * as z from 'zod'
import { documentTree, pixels } from '../../../domain/document/tree.ts'

const piece = z.object({ text: z.string(), hit: z.boolean() })

/** An item in a listing, as the API reference describes it (信息条目). */
export const itemRowSchema = z.object({
  id: z.string(),
  indexNumber: z.string(),
  docNumber: z.string().nullable(),
  title: z.string(),
  summary: z.string().nullable(),
  issuer: z.string(),
  writtenOn: z.string().nullable(),
  publishedAt: z.string(),
  theme: z.string().nullable(),
  genre: z.string().nullable(),
  category: z.string(),
  validity: z.enum(['valid', 'invalid', 'repealed', 'amended']),
  attribute: z.literal('proactive'),
  kind: z.string(),
  listed: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  agency: z.object({ id: z.string(), name: z.string(), origin: z.string() }),
  found: z
    .object({ title: z.array(piece), excerpt: z.array(piece), file: z.string().nullable() })
    .nullable(),
  exact: z.boolean(),
})

/** A page of items. */
export const itemPageSchema = z.object({
  items: z.array(itemRowSchema),
  next: z.string().nullable(),
})

const choices = z.array(z.object({ value: z.string(), label: z.string(), count: z.number().int() }))

/** The numbers beside a list (分面计数). */
export const facetsSchema = z.object({
  category: choices,
  year: choices,
  theme: choices,
  genre: choices,
  validity: choices,
  issuer: choices,
  total: z.object({ count: z.number().int(), capped: z.boolean() }),
})

const link = z.object({ id: z.string(), title: z.string() })

/** An attachment; `href` is a path on the same host. */
export const attachmentSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number().int(),
  mediaType: z.string(),
  sha256: z.string(),
  /** of a picture that texts can show */ pixels: pixels.optional(),
  href: z.string(),
})

/** Figures that were computed (自动计算). */
const derived = z.array(
  z.object({
    key: z.string(),
    label: z.string(),
    row: z.string().nullable(),
    value: z.string().nullable(),
    unit: z.string(),
    formula: z.string().nullable(),
    numerator: z.string().nullable(),
    denominator: z.string().nullable(),
    rounding: z.string().nullable(),
  }),
)

/** An item in full (信息详情). */
export const itemSchema = itemRowSchema.omit({ found: true, exact: true }).extend({
  fields: z.record(z.string(), z.unknown()),
  isMasked: z.boolean(),
  derived,
  body: z.string(),
  document: documentTree,
  edition: z.int(),
  sourceUrl: z.string().nullable(),
  attachments: z.array(attachmentSchema),
  /** the text as files; paths on the same host */ downloads: z.object({
    docx: z.string(),
    pdf: z.string(),
    txt: z.string(),
  }),
  previous: link.nullable(),
  next: link.nullable(),
  related: z.array(itemRowSchema),
  clarifications: z.array(z.object({ id: z.string(), claim: z.string(), publishedAt: z.string() })),
  explains: z.array(link),
  explainedBy: z.array(link),
  channels: z.array(
    z.object({ channel: z.string(), on: z.string(), place: z.string().nullable() }),
  ),
  repeal: z.object({ on: z.string(), reason: z.string(), by: link.nullable() }).nullable(),
  term: z
    .object({
      number: z.string().nullable(),
      effectiveOn: z.string().nullable(),
      expiresOn: z.string().nullable(),
      standing: z.enum(publicStandings),
    })
    .nullable()
    .describe(
      '规范性文件的统一编号、施行日期、有效期截止日和当天的效力状态；不是规范性文件的为 null',
    ),
  columnPath: z.array(z.object({ id: z.string(), name: z.string() })),
  matters: z.array(z.object({ id: z.string(), name: z.string() })),
})

/** An edition of an item (版本). */
export const editionSchema = z.object({
  n: z.int(),
  note: z.string().nullable(),
  publishedAt: z.string(),
  isOpen: z.boolean(),
})

const editionText = {
  title: z.string(),
  document: documentTree,
  kind: z.string(),
  fields: z.record(z.string(), z.unknown()),
  derived,
  isMasked: z.boolean(),
}

/** An edition with its text, and the one before it. */
export const editionTextSchema = editionSchema.extend({
  ...editionText,
  isCurrent: z.boolean(),
  openFiles: z.array(z.string()),
  previous: z.object({ n: z.int(), ...editionText }).nullable(),
})
