import { figureErrors } from '../../domain/item/figures.ts'
import { missingLevels } from '../../domain/item/review.ts'
import { ok, refuse, type Result } from '../../domain/shared/refusal.ts'
import { readBatch } from '../../store/read.ts'
import { selectTextBound } from '../../store/tenant/norm/norm.ts'
import { standingsOf } from '../consultation/consultations-of.ts'
import type { Ctx } from '../context.ts'
import { draftText } from '../norm/reviewed-text.ts'
import { contentDigest } from './content-digest.ts'
import { sha256Hex } from '../sha256-hex.ts'
import { checkReferences } from './resolve-references.ts'
import { reviewsOf, type Work } from './read-work.ts'
import { findingsOf } from './finding/search-findings.ts'

/**
 * Asks whether an item may go out through any door (发布条件): the attribute is decided, every
 * level has reviewed these very bytes, nothing personal is left open, the agencies that it concerns
 * agree. Refuses with what is missing.
 */
export async function checkPublication(ctx: Ctx, work: Work): Promise<Result<null>> {
  const reviewed = await checkReviews(ctx, work)
  if (!reviewed.ok) return reviewed
  const errors = figureErrors(work.content)
  if (errors.length > 0) return refuse({ code: 'invalid', errors })
  const isLinked = await checkReferences(ctx, work.content)
  if (!isLinked.ok) return isLinked
  const isLegal = await checkLegality(ctx, work)
  if (!isLegal.ok) return isLegal
  const agreed = await checkConsultations(ctx, work)
  return agreed.ok ? checkBytes(ctx, work) : agreed
}

/** Whether the text of a normative document on its way passed its legality review as it is now (合法性审核). */
async function checkLegality(ctx: Ctx, work: Work): Promise<Result<null>> {
  const [bound] = await readBatch<[{ textDigest: string | null }]>(ctx.db, [
    selectTextBound(work.row.id),
  ])
  if (bound.length === 0) return ok(null)
  if (bound.some((norm) => norm.textDigest === null)) {
    return refuse({ code: 'review-missing', levels: ['legality'] })
  }
  const { digest } = await draftText(work)
  return bound.every((norm) => norm.textDigest === digest)
    ? ok(null)
    : refuse({ code: 'content-changed', file: null })
}

/** Whether every agency that the item concerns has agreed to this very text; silence is no consent. */
async function checkConsultations(ctx: Ctx, { row, content }: Work): Promise<Result<null>> {
  const standings = await standingsOf(ctx, row.id, row.digest, content.coAgencies)
  const open = standings.filter(({ standing }) => standing !== 'agreed')
  return open.length === 0
    ? ok(null)
    : refuse({ code: 'consultation-open', agencies: open.map(({ agencyId }) => agencyId) })
}

/** Whether all levels have reviewed what the item says now, and what they left open. */
export async function checkReviews(ctx: Ctx, work: Work): Promise<Result<null>> {
  const { content, row, editors } = work
  if (content.attribute === null) return refuse({ code: 'attribute-undecided' })
  const digest = await contentDigest(content)
  const reviewed = { edition: row.edition, digest, editors }
  const reviews = reviewsOf(work)
  const levels = missingLevels(reviewed, reviews, ctx.agency.settings.reviewLevels)
  if (levels.length > 0) return refuse({ code: 'review-missing', levels })
  const found = findingsOf(row.findings, digest)
  if (found === null) return refuse({ code: 'content-changed', file: null })
  const isOverridden = work.reviews.some(
    (review) =>
      review.digest === digest && review.verdict === 'approve' && review.override !== null,
  )
  if (found.findings.length > 0 && !isOverridden) {
    return refuse({ code: 'findings-open', count: found.findings.length })
  }
  return ok(null)
}

/** Whether the files in the store are, byte for byte, those that were reviewed. */
async function checkBytes({ files }: Ctx, work: Work): Promise<Result<null>> {
  for (const { id, name, sha256 } of work.content.attachments) {
    const stored = work.files.find((file) => file.id === id)
    if (stored !== undefined && stored.scan !== 'clean') {
      return refuse({ code: 'file-pending', file: name })
    }
    const object = stored === undefined ? null : await files.get(stored.objectKey)
    const bytes = object === null ? null : new Uint8Array(await object.arrayBuffer())
    if (bytes === null || (await sha256Hex(bytes)) !== sha256) {
      return refuse({ code: 'content-changed', file: name })
    }
  }
  return ok(null)
}
