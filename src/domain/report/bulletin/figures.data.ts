/**
 * Figures of a bulletin (简报指标): the indicator that each is, and the address under which it opens,
 * null where it opens as an indicator with its parts.
 */
export const bulletinFigures: readonly {
  pack: 'applications' | 'annual-form' | 'interaction'
  code: string
  opens: string | null
}[] = [
  { pack: 'annual-form', code: 'published', opens: 'items.all.published' },
  { pack: 'annual-form', code: 'norms-made', opens: 'proactive.normativeDocuments.made' },
  { pack: 'applications', code: 'received', opens: 'applications.newReceived.total' },
  { pack: 'applications', code: 'decided', opens: 'applications.totalProcessed.total' },
  { pack: 'applications', code: 'pending', opens: 'applications.carriedForward.total' },
  { pack: 'applications', code: 'timely-rate', opens: 'applications.totalProcessed.total' },
  { pack: 'applications', code: 'late-rate', opens: 'applications.totalProcessed.total' },
  { pack: 'applications', code: 'grant-rate', opens: 'applications.granted.total' },
  { pack: 'annual-form', code: 'review-corrected', opens: 'reviewLitigation.review.corrected' },
  {
    pack: 'annual-form',
    code: 'litigationDirect-corrected',
    opens: 'reviewLitigation.litigationDirect.corrected',
  },
  { pack: 'interaction', code: 'complaints', opens: null },
  { pack: 'interaction', code: 'topics', opens: null },
]
