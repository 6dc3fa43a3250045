import { noGlyphs, type Glyph, type Glyphs, type Outlines } from '../domain/document/glyph/glyph.ts'
import {
  isOfFont,
  isOfPolygons,
  mayHold,
  polygonShardsFor,
  shardsFor,
} from '../domain/document/glyph/glyph-shards.ts'
import type { OfficialDocument } from '../domain/document/official-page.ts'
import { readPolygons } from '../domain/document/polygons/read-polygons.ts'
import { readGlyphs } from '../domain/document/glyph/read-glyphs.ts'
import { openFont, type Font } from '../domain/document/shaping/font.ts'
import { readFont } from '../domain/document/shaping/read-font.ts'
import { wordAt } from '../domain/document/shaping/words.ts'

/**
 * Fetches the outlines and fonts that a document needs (取字形): most need none. Characters whose outlines
 * are not to be had are drawn as 〓, so that a letter is never withheld for them.
 */
export async function glyphsFor(document: OfficialDocument, assets: Fetcher): Promise<Glyphs> {
  const text = JSON.stringify(document)
  const names = shardsFor(text)
  const common = await readShards(assets, names, text)
  const rarest = polygonShardsFor(text, (char) => outlineIn(common, char) !== undefined)
  if (names.length === 0 && rarest.length === 0) return noGlyphs
  const shards = [...common, ...(await readShards(assets, rarest, text))]
  const fonts = shards.flatMap(({ font }) => font ?? [])
  return {
    get: (key) => outlineIn(shards, key),
    wordAt(words, at) {
      for (const font of fonts) {
        const word = wordAt(font, words, at)
        if (word.length > 0) return word
      }
      return []
    },
  }
}

/** A shard that was fetched: of outlines, or of a font. */
type Shard = { name: string; outlines: Outlines | null; font: Font | null }

function outlineIn(shards: readonly Shard[], key: string): Glyph | undefined {
  for (const { name, outlines } of shards) {
    const found = mayHold(name, key) ? outlines?.get(key) : undefined
    if (found !== undefined) return found
  }
  return undefined
}

async function readShards(
  assets: Fetcher,
  names: readonly string[],
  text: string,
): Promise<Shard[]> {
  const wanted = new Set(text)

  return Promise.all(
    names.map(async (name) => {
      const bytes = await shardBytes(assets, name)
      if (bytes === null) return { name, outlines: null, font: null }
      if (isOfFont(name)) return { name, outlines: null, font: openFont(readFont(bytes)) }
      const outlines = isOfPolygons(name) ? readPolygons(bytes, wanted) : readGlyphs(bytes)
      return { name, outlines, font: null }
    }),
  )
}

async function shardBytes(assets: Fetcher, name: string): Promise<Uint8Array | null> {
  const response = await assets.fetch(`https://assets.invalid/assets/glyphs/${name}.bin`)
  if (!response.ok || response.body === null) return null
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(inflated).arrayBuffer())
}
