import { zlibSync } from 'fflate'

type Paint = (
  x: number,
  y: number,
) => readonly [red: number, green: number, blue: number, alpha: number]

/** A round seal with a star, as an agency's own would be: red ink on nothing. */
export function sealPicture(side = 320): Uint8Array<ArrayBuffer> {
  return pngOf(side, side, (x, y) => {
    const [dx, dy] = [(x + 0.5) / side - 0.5, (y + 0.5) / side - 0.5]
    const far = Math.hypot(dx, dy)
    const star = far < 0.08 + 0.07 * Math.cos(5 * Math.atan2(dx, -dy))
    const isInk =
      (far > 0.45 && far < 0.495) ||
      star ||
      (far > 0.28 && far < 0.4 && Math.sin(20 * Math.atan2(dy, dx)) > 0.2 && dy < 0.2)
    return isInk ? [214, 30, 30, 255] : [255, 255, 255, 0]
  })
}

/** Writes an 8-bit RGBA picture as PNG; each row is filtered by `filterOf`. */
export function pngOf(
  width: number,
  height: number,
  paint: Paint,
  filterOf: (row: number) => number = () => 0,
): Uint8Array<ArrayBuffer> {
  const stride = width * 4
  const raw = new Uint8Array((stride + 1) * height)
  let above = new Uint8Array(stride)
  for (let y = 0; y < height; y += 1) {
    const row = new Uint8Array(stride)
    for (let x = 0; x < width; x += 1) row.set(paint(x, y), x * 4)
    const filter = filterOf(y)
    raw[y * (stride + 1)] = filter
    raw.set(filtered(row, above, filter), y * (stride + 1) + 1)
    above = row
  }
  const head = new Uint8Array(13)
  const view = new DataView(head.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  head.set([8, 6, 0, 0, 0], 8)
  const parts = [
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', zlibSync(raw)),
    chunk('IEND', new Uint8Array()),
  ]
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function filtered(row: Uint8Array, above: Uint8Array, filter: number): Uint8Array {
  return row.map((value, at) => {
    const left = at < 4 ? 0 : (row[at - 4] ?? 0)
    const up = above[at] ?? 0
    const corner = at < 4 ? 0 : (above[at - 4] ?? 0)
    return value - guess(filter, left, up, corner)
  })
}

function guess(filter: number, left: number, up: number, corner: number): number {
  const p = left + up - corner
  const [a, b, c] = [Math.abs(p - left), Math.abs(p - up), Math.abs(p - corner)]
  const paeth = a <= b && a <= c ? left : b <= c ? up : corner
  return [0, left, up, Math.floor((left + up) / 2), paeth][filter] ?? 0
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(data.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(new TextEncoder().encode(name), 4)
  bytes.set(data, 8)
  view.setUint32(data.length + 8, crc(bytes.subarray(4, data.length + 8)))
  return bytes
}

function crc(bytes: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of bytes) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1
  }
  return (sum ^ 0xffffffff) >>> 0
}
