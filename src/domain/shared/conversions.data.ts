/** What is no application for information may be (不属于政府信息公开申请的, 条例第39条): 咨询, 投诉, 举报, 信访. */
export const conversions = ['consultation', 'complaint', 'report', 'petition'] as const

/** One of these four. */
export type Conversion = (typeof conversions)[number]
