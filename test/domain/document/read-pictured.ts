import { expect } from 'vitest'
import { fromWord } from '../../../src/domain/document/word/from-word.ts'
import { documentTree } from '../../../src/domain/document/tree.ts'
import { pngOf } from '../../support/seal-picture.ts'
import { picturedWord } from '../../support/word-picture.ts'

type Read = Extract<Awaited<ReturnType<typeof fromWord>>, { ok: true }>

/** Reads a Word file of a body with its pictures; it must be a whole document without marks. */
export async function read(...given: Parameters<typeof picturedWord>): Promise<Read> {
  const reading = await fromWord(picturedWord(...given))
  if (!reading.ok) throw new Error(reading.reason)
  expect(documentTree.safeParse(reading.tree).success).toBe(true)
  expect(JSON.stringify(reading)).not.toMatch(/[\u{fdd0}\u{fdd1}]/u)
  return reading
}

/** A picture of four by two. */
export const red = pngOf(4, 2, () => [200, 0, 0, 255])
/** A picture of four by three. */
export const blue = pngOf(4, 3, () => [0, 0, 200, 255])
