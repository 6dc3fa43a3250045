import { latin } from '../shared/file-shape.ts'
import { expandEntry } from '../shared/sheet/zip.ts'
import { openPackage } from './package-parts.ts'

// In pieces, so that nobody's virus scanner takes this very file away.
const TEST_FILE = [
  String.raw`X5O!P%@AP[4\PZX54(P^)7CC)7}$`,
  'EICAR-STANDARD-ANTIVIRUS-TEST-FILE',
  '!$H+H*',
].join('')

/** What is looked for in plain bytes: the test file of the trade, as such and in base64, and programs. */
const SIGNATURES: readonly (readonly [string, string])[] = [
  ['eicar', TEST_FILE],
  ...[0, 1, 2].map((shift) => ['eicar', inBase64(TEST_FILE, shift)] as const),
  ['program', 'This program cannot be run in DOS mode'],
  ['launch-action', '/S/Launch'],
  ['launch-action', '/S /Launch'],
]
const CHUNK = 1024 * 1024
const OVERLAP = 128

/**
 * Looks for what no honest attachment holds (内置恶意内容检查): the anti-virus test file in plain, in
 * base64 or one archive deep, programs, and PDF actions that start one. Answers its name or null.
 */
export function findInfection(bytes: Uint8Array): string | null {
  const plain = search()
  if (plain.push(bytes)) return plain.found()
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  const opened = openPackage(bytes)
  if ('unread' in opened) return null
  for (const entry of opened.pack.entries.values()) {
    const inner = search()
    expandEntry(bytes, entry, (piece) => !inner.push(piece))
    if (inner.found() !== null) return inner.found()
  }
  return null
}

function search(): { push: (bytes: Uint8Array) => boolean; found: () => string | null } {
  let tail = ''
  let name: string | null = null
  return {
    push(bytes) {
      for (let at = 0; at < bytes.length && name === null; at += CHUNK) {
        const text = tail + latin(bytes.subarray(at, at + CHUNK))
        name = SIGNATURES.find(([, signature]) => text.includes(signature))?.[0] ?? null
        tail = text.slice(-OVERLAP)
      }
      return name !== null
    },
    found: () => name,
  }
}

/** The part of its base64 that stays the same when `shift` bytes come before it. */
function inBase64(text: string, shift: number): string {
  const encoded = btoa(`${' '.repeat(shift)}${text}`)
  return encoded.slice(shift === 0 ? 0 : 4, Math.floor((shift + text.length) / 3) * 4)
}
