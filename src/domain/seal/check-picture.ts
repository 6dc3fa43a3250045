import { pngHead } from '../document/png/head.ts'
import { decodePng } from '../document/png/png.ts'
import type { FieldProblem } from '../shared/refusal.ts'

/** Most bytes of a picture of the seal. */
export const mostSealBytes = 512 * 1024
/** Fewest and most pixels along a side: 42 mm at 120 to 720 dots per inch. */
const side = { least: 200, most: 1200 } as const
/** How far a side may be longer than the other. */
const squareWithin = 1.05
/** The parts of a seal that are ink, of all its pixels. */
const ink = { least: 0.02, most: 0.9 } as const

/**
 * Says what keeps a file from being a picture of a seal (检查印章图样), or null: an 8-bit PNG with
 * transparency, about square, neither empty nor a full square.
 */
export function sealFault(bytes: Uint8Array): FieldProblem | null {
  if (bytes.length > mostSealBytes) return { problem: 'file-too-large', limit: mostSealBytes }
  const head = pngHead(bytes)
  if (head === null || !head.isPlain) return { problem: 'file-seal', why: 'format' }
  const { width, height } = head
  const [short, long] = [Math.min(width, height), Math.max(width, height)]
  if (short < side.least || long > side.most) return { problem: 'file-seal', why: 'size' }
  if (long > short * squareWithin) return { problem: 'file-seal', why: 'shape' }
  const pixels = decodePng(bytes)
  if (pixels === null) return { problem: 'file-seal', why: 'format' }
  const shown = pixels.alpha.reduce((sum, alpha) => sum + (alpha > 0x7f ? 1 : 0), 0)
  const share = shown / pixels.alpha.length
  return share < ink.least || share > ink.most ? { problem: 'file-seal', why: 'empty' } : null
}
