const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const ZIP_END = [0x50, 0x4b, 0x05, 0x06]
/** Longest tail in which another format would have to hide its directory. */
const TAIL = 65_557
/** How far into a picture a browser might look for markup. */
const HEAD = 65_536
const MARKUP = /<(?:script|html|svg|iframe|!doctype|\?php)/i

/** Tells whether bytes begin with a signature. */
export function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte)
}

/** Reads bytes one by one as characters, so that ASCII marks can be looked for. */
export function latin(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}

/** A PDF from its first byte to its end mark, and no archive or page besides. */
export function isPdf(bytes: Uint8Array): boolean {
  if (!/^%PDF-[12]\.\d/.test(latin(bytes.subarray(0, 8)))) return false
  const isClosed = latin(bytes.subarray(Math.max(0, bytes.length - 2048))).includes('%%EOF')
  return isClosed && !hasArchive(bytes) && !MARKUP.test(latin(bytes.subarray(0, 1024)))
}

/** A JPEG picture with its end mark, and no archive or page besides. */
export function isJpeg(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, [0xff, 0xd8, 0xff])) return false
  const tail = latin(bytes.subarray(Math.max(0, bytes.length - TAIL)))
  return tail.includes('\u{ff}\u{d9}') && !hasArchive(bytes) && !hasMarkup(bytes)
}

/** A PNG picture that ends where its last chunk ends. */
export function isPng(bytes: Uint8Array): boolean {
  if (!startsWith(bytes, PNG) || hasMarkup(bytes)) return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = PNG.length
  let name = ''
  for (let chunk = 0; at + 12 <= bytes.length && name !== 'IEND'; chunk += 1) {
    const length = view.getUint32(at)
    name = latin(bytes.subarray(at + 4, at + 8))
    if (chunk === 0 && (name !== 'IHDR' || length !== 13)) return false
    at += 12 + length
  }
  return name === 'IEND' && at === bytes.length
}

function hasMarkup(bytes: Uint8Array): boolean {
  return MARKUP.test(latin(bytes.subarray(0, HEAD)))
}

function hasArchive(bytes: Uint8Array): boolean {
  const tail = bytes.subarray(Math.max(0, bytes.length - TAIL))
  for (let at = 0; at + 22 <= tail.length; at += 1) {
    if (tail[at] === 0x50 && startsWith(tail.subarray(at, at + 4), ZIP_END)) return true
  }
  return false
}
