import { latin, startsWith } from './file-shape.ts'

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const ENTRY = 128
/** More directory sectors than any honest document has. */
const MAX_SECTORS = 4096
const LAST_SECTOR = 0xff_ff_ff_fa

/**
 * Tells whether bytes are a compound file (doc, xls, wps, et) whose directory holds one of the named
 * streams and no macros.
 */
export function isOleWith(bytes: Uint8Array, streams: readonly string[]): boolean {
  if (bytes.length < 1536 || !startsWith(bytes, SIGNATURE)) return false
  const names = directory(bytes)
  return streams.some((name) => names.has(name)) && !names.has('_VBA_PROJECT') && !names.has('VBA')
}

function directory(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const shift = view.getUint16(30, true)
  const names = new Set<string>()
  if (shift !== 9 && shift !== 12) return names
  const size = 2 ** shift
  let sector = view.getUint32(48, true)
  for (let count = 0; count < MAX_SECTORS && sector < LAST_SECTOR; count += 1) {
    const from = (sector + 1) * size
    if (from + size > bytes.length) break
    for (let at = from; at < from + size; at += ENTRY) names.add(nameAt(view, bytes, at))
    sector = nextSector(view, bytes, sector, size)
  }
  return names
}

function nameAt(view: DataView, bytes: Uint8Array, at: number): string {
  const length = Math.min(64, view.getUint16(at + 64, true))
  // Names are UTF-16; those looked for are ASCII, so every other byte tells.
  const wide = latin(bytes.subarray(at, at + Math.max(0, length - 2)))
  return wide.replaceAll('\0', '')
}

function nextSector(view: DataView, bytes: Uint8Array, sector: number, size: number): number {
  const perTable = size / 4
  const index = Math.floor(sector / perTable)
  if (index >= 109) return LAST_SECTOR
  const table = view.getUint32(76 + index * 4, true)
  const at = (table + 1) * size + (sector % perTable) * 4
  return table >= LAST_SECTOR || at + 4 > bytes.length ? LAST_SECTOR : view.getUint32(at, true)
}
