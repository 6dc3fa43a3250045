import { noGlyphs, type Glyphs } from '../domain/document/glyph.ts'
import { shardOf, shardsFor } from '../domain/document/glyph-shards.ts'
import type { OfficialDocument } from '../domain/document/official-page.ts'
import { readGlyphs } from '../domain/document/read-glyphs.ts'

/**
 * Fetches the outlines that a document needs (取字形): most need none. Characters whose outlines are not
 * to be had are drawn as 〓, so that a letter is never withheld for them.
 */
export async function glyphsFor(document: OfficialDocument, assets: Fetcher): Promise<Glyphs> {
  const names = shardsFor(JSON.stringify(document))
  if (names.length === 0) return noGlyphs
  const read = await Promise.all(names.map((name) => readShard(assets, name)))
  const shards = new Map(names.map((name, index) => [name, read[index] ?? noGlyphs]))
  return { get: (key) => shards.get(shardOf(key.replace(/^\u200d/, '')))?.get(key) }
}

async function readShard(assets: Fetcher, name: string): Promise<Glyphs> {
  const response = await assets.fetch(`https://assets.invalid/assets/glyphs/${name}.bin`)
  if (!response.ok || response.body === null) return noGlyphs
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate-raw'))
  return readGlyphs(new Uint8Array(await new Response(inflated).arrayBuffer()))
}
