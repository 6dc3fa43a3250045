import * as z from 'zod'
import { pixels } from '../../../../domain/document/tree.ts'
import { itemContent } from '../../../../domain/item/content.ts'
import { itemActions, itemStates } from '../../../../domain/item/states.ts'

const text = z.string().nullable()
const instant = z.string()

const due = z
  .object({
    publishBy: z.string(),
    provisional: z.boolean(),
    left: z.int(),
    colour: z.enum(['red', 'yellow', 'blue', 'none']),
  })
  .nullable()

/** A line of the desk's list of items. */
export const deskItemRowSchema = z.object({
  id: z.string(),
  title: z.string(),
  state: z.enum(itemStates),
  edition: z.int(),
  isLive: z.boolean(),
  attribute: text,
  kind: z.string(),
  category: z.string(),
  unit: text,
  author: text,
  indexNumber: text,
  writtenOn: text,
  due,
  publishAt: text,
  reassessOn: text,
  remark: text,
  hasFindings: z.boolean(),
  updatedAt: instant,
  actions: z.array(z.enum(itemActions)),
})

/** A page of that list. */
export const deskItemPageSchema = z.object({
  items: z.array(deskItemRowSchema),
  next: text,
  counts: z.record(z.string(), z.int()),
})

const review = z.object({
  level: z.string(),
  verdict: z.string(),
  reviewer: z.string(),
  opinion: text,
  checks: z.array(z.string()),
  override: text,
  digest: z.string(),
  at: instant,
  isVoid: z.boolean(),
})

const findings = z
  .object({
    digest: z.string(),
    findings: z.array(z.object({ kind: z.string(), masked: z.string(), where: z.string() })),
    unscanned: z.array(z.object({ file: z.string(), reason: z.string() })),
  })
  .nullable()

/** An item in full as the desk sees it (稿件). */
export const deskItemSchema = z.object({
  ...itemContent.shape,
  writtenOn: text,
  attachments: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      bytes: z.int(),
      mediaType: z.string(),
      sha256: z.string(),
      pixels: pixels.optional(),
      scan: z.string(),
    }),
  ),
  id: z.string(),
  version: z.int(),
  state: z.enum(itemStates),
  edition: z.int(),
  isLive: z.boolean(),
  indexNumber: text,
  category: z.string(),
  matter: text,
  unit: text,
  body: z.string(),
  digest: z.string(),
  note: text,
  remark: text,
  reviews: z.array(review),
  missing: z.array(z.string()),
  levels: z.array(z.string()),
  findings,
  consultations: z.array(z.object({ agencyId: z.string(), standing: z.string() })),
  due,
  publishAt: text,
  publishedAt: text,
  reassessOn: text,
  ending: z
    .object({
      kind: z.string(),
      title: z.string(),
      reason: z.string(),
      on: z.string(),
      target: text,
    })
    .nullable(),
  editions: z.array(
    z.object({ n: z.int(), note: text, publishedAt: instant, isOpen: z.boolean() }),
  ),
  timeline: z.array(
    z.object({
      at: instant,
      event: z.string(),
      by: z.string(),
      edition: z.int().nullable(),
      level: text,
      verdict: text,
    }),
  ),
  createdAt: instant,
  updatedAt: instant,
  actions: z.array(z.enum(itemActions)),
  autosave: z.object({ baseVersion: z.int(), at: instant, fields: z.unknown() }).nullable(),
})
