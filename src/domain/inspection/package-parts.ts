import { latin } from '../shared/file-shape.ts'
import type { XmlHandler } from '../shared/sheet/read-xml.ts'
import { type Package, readPart } from '../shared/sheet/xlsx-part.ts'
import { expandWhole, readZipDirectory, type ZipEntry } from '../shared/sheet/zip.ts'
import type { Gatherer, UnreadReason } from './reading.ts'

/** How often its own size an archive may expand, and up to how many bytes nobody asks (security 41). */
const RATIO = { most: 20, freeBytes: 8 * 1024 * 1024 } as const

/** Opens an archive for reading, or says why its words stay unread. */
export function openPackage(file: Uint8Array): { pack: Package } | { unread: UnreadReason } {
  const directory = readZipDirectory(file)
  if (!directory.ok) {
    const { code } = directory.reason
    if (code === 'file-encrypted') return { unread: 'encrypted' }
    return { unread: code.startsWith('zip-') && code !== 'zip-broken' ? 'too-large' : 'broken' }
  }
  let total = 0
  for (const { bytes } of directory.entries.values()) total += bytes
  if (total > RATIO.freeBytes && total > file.length * RATIO.most) return { unread: 'too-large' }
  return { pack: { file, entries: directory.entries } }
}

/** Reads a part through `handler`; one that is broken is noted as missed. Answers whether it was read. */
export function tryPart(
  pack: Package,
  name: string,
  gathered: Gatherer,
  handler: XmlHandler,
): boolean {
  const problem = readPart(pack, name, handler)
  if (problem !== null) gathered.miss()
  return problem === null
}

/** Expands one entry into bytes; null when it is broken. */
export function entryBytes({ file }: Package, entry: ZipEntry): Uint8Array | null {
  return expandWhole(file, entry)
}

/** Tells whether a picture in an archive hides what lies below: one that may be seen through does not. */
export function isOpaquePicture(pack: Package, name: string): boolean {
  const entry = pack.entries.get(name)
  const bytes = entry === undefined ? null : entryBytes(pack, entry)
  if (bytes === null) return false
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return true
  if (bytes[0] === 0x42 && bytes[1] === 0x4d) return true
  if (bytes[0] !== 0x89 || bytes[1] !== 0x50) return false
  // Colour types 4 and 6 carry transparency, a palette or grey may name a transparent colour.
  const hasAlpha = bytes[25] === 4 || bytes[25] === 6
  return !hasAlpha && !latin(bytes.subarray(0, 4096)).includes('tRNS')
}

/** Tells each element's text of a part that nobody shows, such as data kept for another program. */
export function readHiddenPart(pack: Package, name: string, gathered: Gatherer): void {
  tryPart(pack, name, gathered, {
    open(_, attributes) {
      for (const [key, value] of attributes) {
        if (key === 'v' || key === 'val' || key.endsWith(':val')) gathered.hide(`\n${value}`)
      }
    },
    text: gathered.hide,
    close: () => {
      gathered.hide('\n')
    },
  })
}
