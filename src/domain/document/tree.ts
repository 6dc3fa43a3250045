import * as z from 'zod'
import { safeLine, safeText } from './safe-text.ts'

/** Most blocks of one document and most characters of its JSON text. */
export const treeLimits = { blocks: 5000, characters: 1_000_000 } as const

/** How a run of text is set off (字符格式). */
export const marks = ['bold', 'italic', 'underline', 'strike', 'superscript', 'subscript'] as const

const inline = z.strictObject({
  text: safeText(20_000),
  marks: z.array(z.enum(marks)).max(marks.length).exactOptional(),
  /** http(s), mailto or tel only */
  href: z
    .string()
    .max(2000)
    .regex(/^(?:https?:\/\/[^\s<>"'`\\@]+|mailto:[^\s<>"'`\\]+|tel:[+\d-]+)$/i)
    .exactOptional(),
})
const text = z.array(inline).max(2000)

const cell = z.strictObject({
  text,
  head: z.literal(true).exactOptional(),
  colspan: z.int().min(2).max(60).exactOptional(),
  rowspan: z.int().min(2).max(500).exactOptional(),
})

/** Points of a picture that stands upright (图片像素). */
export const pixels = z.strictObject({
  width: z.int().min(1).max(1_000_000),
  height: z.int().min(1).max(1_000_000),
})

const block = z.discriminatedUnion('type', [
  /** 一、（一）1.（1）: levels 1 to 4; the numbering is part of the text */
  z.strictObject({ type: z.literal('heading'), level: z.literal([1, 2, 3, 4]), text }),
  z.strictObject({
    type: z.literal('paragraph'),
    text,
    align: z.enum(['center', 'right']).exactOptional(),
  }),
  z.strictObject({
    type: z.literal('list'),
    ordered: z.boolean(),
    items: z
      .array(z.strictObject({ text, depth: z.int().min(0).max(5) }))
      .min(1)
      .max(2000),
  }),
  z.strictObject({
    type: z.literal('table'),
    caption: safeLine(300).exactOptional(),
    rows: z.array(z.array(cell).min(1).max(60)).min(1).max(2000),
  }),
  z.strictObject({
    type: z.literal('figure'),
    /** id of an attachment of the same item that is a picture; its name until it is attached */
    file: safeLine(255),
    /** what the picture shows, for who does not see it */ alt: safeLine(300),
    /** what stands below it */ caption: safeLine(300).exactOptional(),
    /** hundredths of the width of the text */ width: z.int().min(1).max(100).exactOptional(),
    /** points of the upright picture, written by the server */ pixels: pixels.exactOptional(),
  }),
  /** 落款: issuer and date, set right at the end */
  z.strictObject({ type: z.literal('signature'), lines: z.array(safeLine(200)).min(1).max(10) }),
])

/** The one form in which a document's text is kept (文稿结构); raw HTML is never stored. */
export const documentTree = z.strictObject({
  v: z.literal(1),
  blocks: z.array(block).max(treeLimits.blocks),
})

/** A document as a list of blocks, the title left out. */
export type DocumentTree = z.output<typeof documentTree>
/** A heading, paragraph, list, table, figure or signature. */
export type Block = DocumentTree['blocks'][number]
/** A run of text in one setting. */
export type Inline = z.output<typeof inline>
/** A cell of a table; line breaks in its text part paragraphs. */
export type Cell = z.output<typeof cell>

/** A document without text. */
export const emptyTree: DocumentTree = { v: 1, blocks: [] }
