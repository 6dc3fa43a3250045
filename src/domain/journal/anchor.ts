import * as z from 'zod'

const schema = z.strictObject({
  agency: z.string(),
  day: z.string(),
  n: z.int().positive(),
  toId: z.int(),
  sealedAt: z.string(),
  digest: z.string(),
})

/** The newest seal of a day as it is kept outside the database (锚点). */
export type Anchor = z.infer<typeof schema>

/** Writes an anchor down. */
export function anchorText(anchor: Anchor): string {
  return `${JSON.stringify(anchor, null, 2)}\n`
}

/** Reads an anchor; null when it is none. */
export function readAnchorText(text: string): Anchor | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
