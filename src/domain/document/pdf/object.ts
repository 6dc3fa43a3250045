import { zlibSync } from 'fflate'

/** A stream of a PDF file (流对象), packed; `rest` are the other entries of its dictionary. */
export function stream(data: Uint8Array, rest = ''): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  const packed = zlibSync(data)
  const head = encoder.encode(`<<${rest}/Length ${packed.length}/Filter/FlateDecode>>stream\n`)
  return joined([head, packed, encoder.encode('\nendstream')])
}

/** Bytes one behind the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** A number as PDF writes it. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100)
}

/** Bytes in hexadecimal. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Text as UTF-16BE in hexadecimal. */
export function hex(text: string): string {
  let written = ''
  for (let at = 0; at < text.length; at += 1) {
    written += text.charCodeAt(at).toString(16).padStart(4, '0')
  }
  return written
}
