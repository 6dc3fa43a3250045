import * as z from 'zod'
import { documentTree, pixels } from '../document/tree.ts'
import { safeLine, safeText } from '../document/safe-text.ts'
import { dateField } from '../shared/validate/fields.ts'

/** Disclosure attributes (公开属性): 主动公开, 依申请公开, 不予公开. */
export const attributes = ['proactive', 'on-request', 'withheld'] as const
export type Attribute = (typeof attributes)[number]

/** Who may read an item (公开范围): everybody, this agency's staff (对内公开), or offices above as well. */
export const visibilities = ['public', 'staff', 'upper'] as const

/** States of validity (有效性): 有效, 失效, 废止, 已修改. */
export const validities = ['valid', 'invalid', 'repealed', 'amended'] as const

/** Value of a field of a special kind: text, number, yes or no, list of texts, or rows of texts. */
export const fieldValue = z.union([
  safeText(5000),
  z.number(),
  z.boolean(),
  z.array(safeText(1000)).max(500),
  z.array(z.record(z.string().max(40), z.union([safeText(1000), z.number()]))).max(2000),
])
export type FieldValue = z.output<typeof fieldValue>

/** An attachment as the content names it; its bytes are known by their digest. */
const contentFile = z.strictObject({
  id: z.string().max(64),
  name: safeLine(255),
  bytes: z.int().min(0),
  mediaType: z.string().max(100),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** of a picture that texts can show, upright */ pixels: pixels.exactOptional(),
})

const line = (longest: number): z.ZodType<string | null> => safeLine(longest).nullable()
const day = dateField.nullable()
const agencyId = z.string().max(64)
const itemId = z.string().max(64)

/**
 * What an item says (稿件内容): everything reviewers see and readers will read. Reviews are bound
 * to the digest of this very value, attachments included by their digests.
 */
export const itemContent = z.strictObject({
  /** special kind (专项类型), `document` for none */ kind: z.string().max(40),
  title: safeLine(300),
  docNumber: line(60),
  summary: safeText(1000).nullable(),
  /** 发布机构 */ issuer: safeLine(200),
  /** 生成日期: the clock of Art. 26 runs from it */ writtenOn: day,
  theme: line(100),
  genre: line(50),
  validity: z.enum(validities),
  /** null until somebody decides it (公开属性审查) */ attribute: z.enum(attributes).nullable(),
  /** key of the ground of refusal (条例第14–16条), for 不予公开 */ ground: z
    .string()
    .max(40)
    .nullable(),
  groundReason: safeText(2000).nullable(),
  visibility: z.enum(visibilities),
  document: documentTree,
  fields: z.record(z.string().max(40), fieldValue),
  attachments: z.array(contentFile).max(50),
  sourceUrl: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[^\s<>"'`\\@]+$/i)
    .nullable(),
  /** agencies that must agree before publication (条例第11条) */ coAgencies: z
    .array(agencyId)
    .max(20),
  /** ids of documents that this item interprets (政策解读) */ interprets: z.array(itemId).max(20),
})

/** The content of one edition of an item. */
export type ItemContent = z.output<typeof itemContent>

/** How an item is filed (归类): may change without a new review, because readers see the same text. */
export type ItemFiling = {
  /** id of the column (栏目) */ category: string
  /** id of the matter of the standard catalogue (标准目录事项) */ matter: string | null
  /** 责任科室 */ unit: string | null
}
