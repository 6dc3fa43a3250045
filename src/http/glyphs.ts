import { noGlyphs, type Glyphs } from '../domain/document/glyph.ts'
import { mayHold, shardsFor } from '../domain/document/glyph-shards.ts'
import type { OfficialDocument } from '../domain/document/official-page.ts'
import { readGlyphs } from '../domain/document/read-glyphs.ts'

/**
 * Fetches the outlines that a document needs (取字形): most need none. Characters whose outlines are not
 * to be had are drawn as 〓, so that a letter is never withheld for them.
 */
export async function glyphsFor(document: OfficialDocument, assets: Fetcher): Promise<Glyphs> {
  const names = shardsFor(JSON.stringify(document))
  if (names.length === 0) return noGlyphs
  const shards = await Promise.all(
    names.map(async (name) => ({ name, glyphs: await readShard(assets, name) })),
  )
  return {
    get(key) {
      for (const { name, glyphs } of shards) {
        const found = mayHold(name, key) ? glyphs.get(key) : undefined
        if (found !== undefined) return found
      }
      return undefined
    },
  }
}

async function readShard(assets: Fetcher, name: string): Promise<Glyphs> {
  const response = await assets.fetch(`https://assets.invalid/assets/glyphs/${name}.bin`)
  if (!response.ok || response.body === null) return noGlyphs
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate-raw'))
  return readGlyphs(new Uint8Array(await new Response(inflated).arrayBuffer()))
}
