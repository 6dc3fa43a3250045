import { Unzlib } from 'fflate'
import { latin } from '../shared/file-shape.ts'

/** Most bytes that one stream of a PDF file may expand to, and all of them together. */
const LIMITS = { one: 48 * 1024 * 1024, all: 200 * 1024 * 1024 } as const
/** Old ways of packing that no program of today uses, up to this size. */
const OLD_BYTES = 1024 * 1024
const PIECE = 4096
const HEAD = 600

/**
 * Tells whether a PDF file is built to fill the memory (压缩炸弹): streams are expanded here piece by
 * piece and thrown away, before a reader expands them whole. Pictures are never expanded.
 */
export function isPdfBomb(bytes: Uint8Array): boolean {
  let all = 0
  for (const { dictionary, from, to } of streamsOf(bytes)) {
    const packings =
      dictionary.match(/\/(?:FlateDecode|Fl|LZWDecode|LZW|RunLengthDecode|RL)\b/g) ?? []
    if (packings.length === 0 || /\/Subtype\s*\/Image\b/.test(dictionary)) continue
    const isFlate = packings.length === 1 && /\/Fl/.test(packings[0])
    if (!isFlate) {
      // Packed twice, or as nobody packs any more: small ones may be.
      if (packings.length > 1 || to - from > OLD_BYTES) return true
      continue
    }
    const size = expandedSize(bytes.subarray(from, to))
    all += size
    if (size > LIMITS.one || all > LIMITS.all) return true
  }
  return false
}

type Stream = { dictionary: string; from: number; to: number }

/** The streams of a file in order, each with the end of the dictionary before it. */
function* streamsOf(bytes: Uint8Array): Generator<Stream> {
  let at = nextStream(bytes, 0)
  while (at !== -1) {
    const next = nextStream(bytes, at + 6)
    const head = latin(bytes.subarray(Math.max(0, at - HEAD), at))
    const from = bytes[at + 6] === 0x0d && bytes[at + 7] === 0x0a ? at + 8 : at + 7
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1)
    if (dictionary.trimEnd().endsWith('>>')) {
      yield { dictionary, from, to: next === -1 ? bytes.length : next }
    }
    at = next
  }
}

/** Where the word `stream` stands next with a line end after it, which `endstream` has too. */
function nextStream(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x73, from); at !== -1; at = bytes.indexOf(0x73, at + 1)) {
    const isWord =
      bytes[at + 1] === 0x74 &&
      bytes[at + 2] === 0x72 &&
      bytes[at + 3] === 0x65 &&
      bytes[at + 4] === 0x61 &&
      bytes[at + 5] === 0x6d
    const end = bytes[at + 6]
    if (isWord && (end === 0x0a || end === 0x0d) && bytes[at - 1] !== 0x64) return at
  }
  return -1
}

function expandedSize(packed: Uint8Array): number {
  let size = 0
  const inflate = new Unzlib((piece) => {
    size += piece.length
  })
  try {
    for (let at = 0; at < packed.length && size <= LIMITS.one; at += PIECE) {
      inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
    }
  } catch {
    // What follows the end of the data, or is broken, is the reader's to judge.
  }
  return size
}
