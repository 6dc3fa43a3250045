import * as z from 'zod'
import { pictureHead } from '../../../domain/document/picture.ts'
import type { WordPicture } from '../../../domain/document/word/pictures.ts'
import { stripTraces } from '../../../domain/inspection/strip-traces.ts'
import { fileType } from '../../../domain/shared/file-type.ts'
import type { ItemFile } from '../../../domain/item/item.ts'
import type { Ctx } from '../../context.ts'
import { sha256Hex } from '../../sha256-hex.ts'

/** A picture of a Word file that waits for its text to be saved (暂存图片). */
export type StagedPicture = Omit<ItemFile, 'id'>

const shape = z.strictObject({
  by: z.string(),
  until: z.number(),
  pictures: z
    .array(
      z.strictObject({
        name: z.string(),
        bytes: z.number(),
        mediaType: z.string(),
        sha256: z.string(),
        key: z.string(),
      }),
    )
    .max(50),
})

/** Shorter than the day after which the sweep takes what no row names. */
const lifeMs = 20 * 3_600_000
/** What is left of that day. */
const shiftMs = 4 * 3_600_000

/**
 * Keeps the pictures of a Word file until its text is saved (暂存图片): what they tell of people taken
 * away, sealed, each once. Only the token of the person who read the file in leads to them.
 */
export async function stagePictures(
  ctx: Pick<Ctx, 'actor' | 'keys' | 'files' | 'now'>,
  pictures: readonly WordPicture[],
): Promise<{ token: string | null; pictures: StagedPicture[] }> {
  const staged: z.output<typeof shape>['pictures'] = []
  for (const { name, bytes: given } of pictures) {
    const known = fileType(given, name)
    if (!known.ok) continue
    const { mediaType } = known.file
    const bytes = stripTraces(given, mediaType)
    const sha256 = await sha256Hex(bytes)
    // Read in twice within a shift it is kept once, and each time for as long as the token lasts.
    const shift = String(Math.floor(ctx.now / shiftMs))
    const objectName = await ctx.keys.mac('picture', `${sha256} ${shift}`)
    const sealed = await ctx.keys.sealBytes('picture', bytes)
    const key = await ctx.files.put('picture', objectName, sealed, 'application/octet-stream')
    staged.push({ name: known.file.name, bytes: bytes.length, mediaType, sha256, key })
  }
  if (staged.length === 0) return { token: null, pictures: [] }
  const kept = { by: personOf(ctx), until: ctx.now + lifeMs, pictures: staged }
  const token = await ctx.keys.seal('picture', JSON.stringify(kept))
  return { token, pictures: staged.map(({ key: _key, ...picture }) => picture) }
}

/** A kept picture with its bytes. */
export type FetchedPicture = StagedPicture & { content: Uint8Array<ArrayBuffer> }

/**
 * Fetches kept pictures of some names (取暂存图片); null when the token is another person's or too old, or one
 * of them is gone.
 */
export async function fetchPictures(
  ctx: Pick<Ctx, 'actor' | 'keys' | 'files' | 'now'>,
  token: string,
  names: ReadonlySet<string>,
): Promise<FetchedPicture[] | null> {
  const kept = await openToken(ctx, token)
  if (kept === null) return null
  const fetched: FetchedPicture[] = []
  for (const { key, ...picture } of kept.pictures) {
    if (!names.has(picture.name)) continue
    const object = await ctx.files.get(key)
    if (object === null) return null
    const content = await opened(ctx, new Uint8Array(await object.arrayBuffer()))
    if (content === null) return null
    const head = pictureHead(content)
    const pixels = head === null ? null : { width: head.width, height: head.height }
    fetched.push({ ...picture, content, ...(pixels === null ? {} : { pixels }) })
  }
  return fetched
}

/** A kept picture opened; null when its object is not what was kept. */
async function opened(
  { keys }: Pick<Ctx, 'keys'>,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return await keys.openBytes('picture', sealed)
  } catch {
    return null
  }
}

async function openToken(
  ctx: Pick<Ctx, 'actor' | 'keys' | 'now'>,
  token: string,
): Promise<z.output<typeof shape> | null> {
  try {
    const kept = shape.parse(JSON.parse(await ctx.keys.open('picture', token)))
    return kept.by === personOf(ctx) && ctx.now < kept.until ? kept : null
  } catch {
    // Whatever does not open is nobody's token.
    return null
  }
}

function personOf({ actor }: Pick<Ctx, 'actor'>): string {
  return actor.type === 'staff' ? actor.id : ''
}
