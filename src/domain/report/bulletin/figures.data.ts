/** Figures of a bulletin (简报指标): the indicator that each is. */
export const bulletinFigures: readonly {
  pack: 'applications' | 'annual-form' | 'interaction'
  code: string
}[] = [
  { pack: 'annual-form', code: 'published' },
  { pack: 'annual-form', code: 'norms-made' },
  { pack: 'applications', code: 'received' },
  { pack: 'applications', code: 'decided' },
  { pack: 'applications', code: 'pending' },
  { pack: 'applications', code: 'timely-rate' },
  { pack: 'applications', code: 'late-rate' },
  { pack: 'applications', code: 'grant-rate' },
  { pack: 'annual-form', code: 'review-corrected' },
  {
    pack: 'annual-form',
    code: 'litigationDirect-corrected',
  },
  { pack: 'interaction', code: 'complaints' },
  { pack: 'interaction', code: 'topics' },
]
