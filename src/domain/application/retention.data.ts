/** Groups of cases that terms are set for (保管期限的分组): the parts of 年报表三, no result, disputed. */
export const retentionGroups = [
  'granted',
  'partialGrant',
  'denied',
  'unable',
  'notProcessed',
  'other',
  'none',
  'disputed',
] as const

/** 予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理, 没有办理结果, 经复议或者诉讼. */
export type RetentionGroup = (typeof retentionGroups)[number]

/** Terms that files of an agency are kept for (国家档案局令第8号第5条): years, or for ever (永久). */
export const retentionTerms = ['permanent', 30, 10] as const
export type RetentionTerm = (typeof retentionTerms)[number]

/** What holds for cases that ended from a day on. */
export type RetentionRow = {
  from: string
  terms: Readonly<Record<RetentionGroup, RetentionTerm>>
}

/**
 * Terms of closed cases (依申请公开案卷保管期限表). The classes are those of the order in force since
 * 2006-12-18; which of them a case belongs to is set by each agency's own approved table, so that
 * these stand only where the manifest says nothing.
 */
export const usualRetention: readonly RetentionRow[] = [
  {
    from: '2006-12-18',
    terms: {
      granted: 10,
      partialGrant: 10,
      denied: 10,
      unable: 10,
      notProcessed: 10,
      other: 10,
      none: 10,
      disputed: 30,
    },
  },
]
