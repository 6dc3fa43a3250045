import { latin, startsWith } from './file-shape.ts'
import { expandEntry, readZipDirectory } from './sheet/zip.ts'

const LOCAL = [0x50, 0x4b, 0x03, 0x04]
const STRANGE_PATH = /^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|\0|^[a-z]:/i
const ACTIVE_PART = /(?:^|\/)vbaProject\.bin$|\.(?:exe|dll|js|vbs|bat|cmd|scr|html?|svg)$/i
/** How much of a part is looked at for a document type of its own. */
const PEEK = 4096

/**
 * Tells whether bytes are an archive from the first byte that holds the named parts as XML: no bomb,
 * no part outside the archive, no macro or program save those that `mayHold` lets by, no entity.
 */
export function isZipWith(
  bytes: Uint8Array,
  parts: readonly string[],
  mayHold: (name: string) => boolean = () => false,
): boolean {
  if (!startsWith(bytes, LOCAL)) return false
  const directory = readZipDirectory(bytes)
  if (!directory.ok) return false
  const { entries } = directory
  for (const name of entries.keys()) {
    if (STRANGE_PATH.test(name)) return false
    if (ACTIVE_PART.test(name) && !mayHold(name)) return false
  }
  return parts.every((part) => {
    const entry = entries.get(part)
    if (entry === undefined) return false
    let head = ''
    const problem = expandEntry(bytes, entry, (piece) => {
      head += latin(piece.subarray(0, PEEK))
      return head.length < PEEK
    })
    const isXml = /^(?:\u{ef}\u{bb}\u{bf})?\s*</u.test(head)
    return problem === null && isXml && !/<!(?:DOCTYPE|ENTITY)|macroEnabled/i.test(head)
  })
}
