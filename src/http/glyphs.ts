import { noGlyphs, type Glyphs, type Outlines } from '../domain/document/glyph.ts'
import { isOfFont, mayHold, shardsFor } from '../domain/document/glyph-shards.ts'
import type { OfficialDocument } from '../domain/document/official-page.ts'
import { readGlyphs } from '../domain/document/read-glyphs.ts'
import { openFont, type Font } from '../domain/document/shaping/font.ts'
import { readFont } from '../domain/document/shaping/read-font.ts'
import { wordAt } from '../domain/document/shaping/words.ts'

/**
 * Fetches the outlines and fonts that a document needs (取字形): most need none. Characters whose outlines
 * are not to be had are drawn as 〓, so that a letter is never withheld for them.
 */
export async function glyphsFor(document: OfficialDocument, assets: Fetcher): Promise<Glyphs> {
  const names = shardsFor(JSON.stringify(document))
  if (names.length === 0) return noGlyphs
  const outlines: { name: string; glyphs: Outlines }[] = []
  const fonts: Font[] = []
  await Promise.all(
    names.map(async (name) => {
      const bytes = await shardBytes(assets, name)
      if (bytes === null) return
      if (isOfFont(name)) fonts.push(openFont(readFont(bytes)))
      else outlines.push({ name, glyphs: readGlyphs(bytes) })
    }),
  )
  return {
    get(key) {
      for (const { name, glyphs } of outlines) {
        const found = mayHold(name, key) ? glyphs.get(key) : undefined
        if (found !== undefined) return found
      }
      return undefined
    },
    wordAt(text, at) {
      for (const font of fonts) {
        const word = wordAt(font, text, at)
        if (word.length > 0) return word
      }
      return []
    },
  }
}

async function shardBytes(assets: Fetcher, name: string): Promise<Uint8Array | null> {
  const response = await assets.fetch(`https://assets.invalid/assets/glyphs/${name}.bin`)
  if (!response.ok || response.body === null) return null
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate-raw'))
  return new Uint8Array(await new Response(inflated).arrayBuffer())
}
