import * as z from 'zod'
import { safeLine, safeText } from '../document/safe-text.ts'

/** What a cleanup may decide for a document (清理决定): 继续有效, 延长有效期, 修改, 废止. */
export const cleanupDecisions = ['keep', 'extend', 'amend', 'repeal'] as const
export type CleanupDecision = (typeof cleanupDecisions)[number]

/** A cleanup of the documents in force (规范性文件清理). */
export type Cleanup = {
  id: string
  version: number
  state: 'open' | 'decided'
  title: string
  openedOn: string
  decidedOn: string | null
}

/** Most documents of one cleanup, so that it can be decided in one commit. */
export const cleanupLimit = 200

/** What an officer states to begin a cleanup. */
export const cleanupInput = z.strictObject({ title: safeLine(200) })

/** Proposed decisions for documents of a cleanup. */
export const cleanupRows = z.strictObject({
  version: z.int().min(1).optional(),
  rows: z
    .array(
      z.strictObject({
        document: z.string().max(64),
        /** null takes back what was proposed */
        decision: z.enum(cleanupDecisions).nullable(),
        reason: safeText(1000).optional(),
      }),
    )
    .max(cleanupLimit),
})

/** What an officer states to decide a cleanup. */
export const cleanupDecide = z.strictObject({ version: z.int().min(1).optional() })

/** Tells a decision from other words. */
export function isCleanupDecision(word: string): word is CleanupDecision {
  return cleanupDecisions.some((one) => one === word)
}
