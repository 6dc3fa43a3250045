/** An entry of EXIF data: its tag, how many bytes it has, and where. */
export type ExifEntry = { tag: number; count: number; from: number; value: number }

const maxEntries = 512
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]

/** Reads the entries of a directory of EXIF data (照片信息条目); never throws. */
export function entriesAt(view: DataView, at: number, little: boolean): ExifEntry[] {
  if (at + 2 > view.byteLength) return []
  const count = Math.min(view.getUint16(at, little), maxEntries)
  const entries: ExifEntry[] = []
  for (let index = 0; index < count; index += 1) {
    const from = at + 2 + index * 12
    if (from + 12 > view.byteLength) break
    const items = view.getUint32(from + 4, little)
    const size = (SIZES[view.getUint16(from + 2, little)] ?? 1) * items
    const value = view.getUint32(from + 8, little)
    const place = size <= 4 ? from + 8 : value
    entries.push({ tag: view.getUint16(from, little), count: size, from: place, value })
  }
  return entries
}

/** How a picture is to be turned (EXIF orientation), 1 to 8; 1 when nothing says so. */
export function orientationOf(tiff: Uint8Array): number {
  if (tiff.length < 8) return 1
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength)
  const little = view.getUint16(0) === 0x4949
  const entry = entriesAt(view, view.getUint32(4, little), little).find(({ tag }) => tag === 0x0112)
  const isThere = entry !== undefined && entry.from + 2 <= view.byteLength
  const turned = isThere ? view.getUint16(entry.from, little) : 1
  return turned >= 1 && turned <= 8 ? turned : 1
}
