/**
 * When a column is told to be in need of attention (栏目体检标准): working days for what has a due
 * day, calendar days for the rest.
 */
export const healthRules = {
  /** 常规定期: 蓝 so many working days before the due day, 红 so many after it */
  regular: { blueLeft: 10, redLate: 30 },
  /** 固定长期: checked once in so many months; 蓝 and 红 in calendar days around that day */
  standing: { months: 12, blueLeft: 30, redLate: 90 },
  /** 临时随时: without anything new for so many calendar days */
  prompt: { blue: 180, yellow: 365 },
} as const

/**
 * The test that one county puts to every matter (平昌县栏目体检): at least so many items, the newest
 * not older, no gap longer than so many days.
 */
export const matterTest = { items: 4, newestDays: 90, gapDays: 90 } as const
