import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { blockOf, polygonBlockOf } from '../src/domain/document/glyph/glyph-shards.ts'
import { isNamed } from '../src/domain/document/units.ts'
import { openFont, type OpenFont, type Shaped, type Step } from './glyphs/font.ts'
import { glyphBytes, packed } from './glyphs/pack.ts'
import { polygonBytes } from './glyphs/polygons.ts'
import {
  polygonShares,
  shapedFonts,
  sharesOf,
  type FontSet,
  type PolygonShare,
  type Share,
} from './glyphs/repertoire.ts'
import { fontBytes } from './glyphs/shaped.ts'
import { readUnihan } from './glyphs/unihan.ts'

const help = `用法：node scripts/glyphs.ts [选项]

从开放字体重新生成 PDF 用的字形数据：生僻汉字、彝文、藏文、维吾尔文和哈萨克文、蒙古文、
托忒文、满文、锡伯文、德宏傣文、西双版纳傣文、傈僳文、朝鲜文。平时不需要运行；更换字体或者收字范围时才运行。
字体和 Unihan 来自 Debian 的 fonts-noto-cjk、fonts-noto-core、fonts-babelstone-han、
fonts-hanazono、unicode-data。

  --fonts /usr/share/fonts      字体文件夹
  --unihan /usr/share/unicode   Unihan 文件夹
  --help                        显示这段说明`

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'src/http/static/assets/glyphs')
const list = join(root, 'src/domain/document/glyph-shards.generated.ts')

type Shard = { shaped: Map<string, Shaped>; fonts: Map<string, OpenFont> }

function openFonts(folder: string): FontSet {
  const noto = (name: string, scale = 1): OpenFont =>
    openFont(join(folder, 'truetype/noto', `${name}-Regular.ttf`), { scale })
  const cjk = (name: string): OpenFont =>
    openFont(join(folder, 'opentype/noto', `${name}-Regular.ttc`), { index: 2 })
  return {
    serif: cjk('NotoSerifCJK'),
    latin: noto('NotoSerif'),
    hangul: cjk('NotoSansCJK'),
    hanMincho: openFont(join(folder, 'truetype/hanazono/HanaMinB.ttf')),
    han: openFont(join(folder, 'truetype/babelstone/BabelStoneHan.ttf')),
    yi: noto('NotoSansYi'),
    arabic: noto('NotoNaskhArabic'),
    tibetan: noto('NotoSerifTibetan', 0.8),
    mongolian: noto('NotoSansMongolian'),
    taiLe: noto('NotoSansTaiLe'),
    newTaiLue: noto('NotoSansNewTaiLue'),
    lisu: noto('NotoSansLisu'),
  }
}

function generate(fontFolder: string, unihanFolder: string): void {
  const report: string[] = []
  const fonts = openFonts(fontFolder)
  const unihan = readUnihan(unihanFolder)
  const files = new Map<string, number[]>()
  const drawn = new Set<string>()
  for (const [name, { shaped, fonts: own }] of outlineShards(sharesOf(fonts, unihan))) {
    const outlineOf = (id: string): Step[] =>
      own.get(id.slice(0, id.lastIndexOf(':')))?.outline(id) ?? []
    files.set(name, glyphBytes(shaped, outlineOf))
    for (const key of shaped.keys()) drawn.add(key)
    report.push(`${name} ${shaped.size}`)
  }
  for (const shaped of shapedFonts(fonts)) files.set(`s${shaped.block}`, fontBytes(shaped))
  for (const [name, { font, characters }] of polygonShards(polygonShares(fonts, unihan), drawn)) {
    files.set(name, polygonBytes(font, characters))
    report.push(`${name} ${characters.length}`)
  }
  writeShards(files, report)
  process.stdout.write(`${report.join('\n')}\n`)
}

function writeShards(files: ReadonlyMap<string, number[]>, report: string[]): void {
  mkdirSync(target, { recursive: true })
  for (const name of readdirSync(target)) if (name.endsWith('.bin')) rmSync(join(target, name))
  const names = [...files.keys()].toSorted()
  for (const name of names) {
    const bytes = packed(files.get(name) ?? [])
    writeFileSync(join(target, `${name}.bin`), bytes)
    report.push(`${name}.bin ${bytes.length}`)
  }
  const rows = names.map((name) => `  '${name}',\n`).join('')
  writeFileSync(
    list,
    `// 由 node scripts/glyphs.ts 生成，请勿手改。\n\n/** Shards of outlines that there are (字形分片). */\nexport const shardNames: readonly string[] = [\n${rows}]\n`,
  )
}

/** Deals characters out to shards of outlines, by licence and block. */
function outlineShards(shares: readonly Share[]): Map<string, Shard> {
  const shards = new Map<string, Shard>()
  for (const { font, keys, licence = 'o' } of shares) {
    for (const key of keys) put(shards, licence, font, key)
  }
  return shards
}

/** Deals the Han that no other shard draws out to shards of polygons. */
function polygonShards(
  shares: readonly PolygonShare[],
  drawn: Set<string>,
): Map<string, { font: OpenFont; characters: string[] }> {
  const shards = new Map<string, { font: OpenFont; characters: string[] }>()
  for (const { font, characters, licence } of shares) {
    for (const char of characters) {
      if (drawn.has(char) || font.glyphOf(char) === 0) continue
      if (font.drawn(font.glyphOf(char)).advance !== 1000) continue
      drawn.add(char)
      const name = licence + polygonBlockOf(char)
      const shard = shards.get(name) ?? { font, characters: [] }
      if (shard.font !== font) throw new Error(`two fonts of a licence share ${name}`)
      shard.characters.push(char)
      shards.set(name, shard)
    }
  }
  return shards
}

/** Keeps what the font draws, unless a font before it did or a PDF needs no outline for it. */
function put(shards: Map<string, Shard>, licence: string, font: OpenFont, key: string): void {
  const block = blockOf(key)
  const name = `${licence}${block}`
  const shard = shards.get(name) ?? { shaped: new Map(), fonts: new Map() }
  const isDrawn = ['o', 'a'].some((one) => shards.get(one + block)?.shaped.has(key) === true)
  if (isDrawn || (isNamed(key) && !/[㐀-䶿]/.test(key))) return
  const shaped = font.shape(key)
  if (shaped === null || (shaped.parts.length === 0 && shaped.advance === 0)) return
  shard.shaped.set(key, shaped)
  for (const { outline } of shaped.parts) {
    shard.fonts.set(outline.slice(0, outline.lastIndexOf(':')), font)
  }
  shards.set(name, shard)
}

function main(): void {
  const { values } = parseArgs({
    options: {
      fonts: { type: 'string', default: '/usr/share/fonts' },
      unihan: { type: 'string', default: '/usr/share/unicode' },
      help: { type: 'boolean' },
    },
  })
  if (values.help === true) process.stdout.write(`${help}\n`)
  else generate(values.fonts, values.unihan)
}

main()
