import * as z from 'zod'

const said = z.record(z.string(), z.unknown())
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** A file that is made when the item is drawn up; `rows` begins with the head of the table. */
const fileScript = z.strictObject({
  name: z.string(),
  form: z.enum(['csv', 'xlsx', 'docx', 'pdf', 'png']),
  /** of a picture, its bytes in base64; in the script its file in `demo/pictures` */ picture: z
    .string()
    .optional(),
  rows: z.array(z.array(z.union([z.string(), z.number()])).min(1)).optional(),
  text: z.string().optional(),
})

/** How far a normative document goes, and what its upper agency says of it. */
const normScript = z.strictObject({
  said,
  until: z.enum([
    'draft',
    'under-review',
    'sent-back',
    'reviewed',
    'registered',
    'published',
    'filed',
    'accepted',
    'returned',
    'entered',
  ]),
  opinion: z.string().optional(),
})

/** What happens to one item, from its draft on (稿件一生); `on` is the day of its draft. */
const itemScript = z.strictObject({
  ref: z.string(),
  on: day,
  said,
  files: z.array(fileScript).default([]),
  until: z.enum([
    'draft',
    'first-review',
    'final-review',
    'returned',
    'approved',
    'scheduled',
    'held',
    'published',
  ]),
  reason: z.string().optional(),
  override: z.string().optional(),
  release: said.default({}),
  asked: z.array(z.strictObject({ agency: z.string(), answer: said.optional() })).default([]),
  matters: z.array(z.string()).default([]),
  channels: z.array(said).default([]),
  later: z
    .array(
      z.strictObject({ on: day, action: z.string(), said, release: z.boolean().default(false) }),
    )
    .default([]),
  norm: normScript.optional(),
})

const steps = z.array(
  z.strictObject({ as: z.enum(['information-officer', 'head']), action: z.string(), said }),
)
/** Something with a lifecycle of its own: what begins it, and the steps after it. */
const recordScript = z.strictObject({
  ref: z.string(),
  on: day,
  from: z.enum(['public', 'desk']).default('desk'),
  said,
  seconds: z.int().default(0),
  steps: steps.default([]),
})

/** The list of powers: its changes in their order, each as far as `until` of its three reviews, and guides. */
export const powersScript = z.strictObject({
  changes: z.array(
    z.strictObject({
      on: day,
      reason: z.string(),
      basis: z.string(),
      entries: z.array(said),
      until: z.int().default(3),
    }),
  ),
  guides: z
    .array(z.strictObject({ on: day, code: z.string(), guide: said, isPublished: z.boolean() }))
    .default([]),
})

/** What one agency publishes in the demonstration (一个机关的演示脚本). */
export const agencyScript = z.strictObject({
  agency: z.string(),
  items: z.array(itemScript).default([]),
  clarifications: z.array(recordScript).default([]),
  topics: z.array(recordScript).default([]),
  cards: z.array(said).default([]),
  rules: z.array(said).default([]),
  guide: said.optional(),
  /** what officers looked at for the self-inspection */
  checks: z.array(z.strictObject({ on: day, rule: z.string(), said })).default([]),
  powers: powersScript.optional(),
  cleanup: z.strictObject({ on: day, title: z.string(), isDecided: z.boolean() }).optional(),
})

export type AgencyScript = z.output<typeof agencyScript>
export type ItemScript = z.output<typeof itemScript>
export type NormScript = z.output<typeof normScript>
export type RecordScript = z.output<typeof recordScript>
export type FileScript = z.output<typeof fileScript>
