/** One band of a fee tariff: units `from` to `to` (null: without end) at `yuan` each. */
export type FeeBand = { from: number; to: number | null; yuan: number }

/**
 * Information-processing fee (信息处理费) by items in a calendar month (按件计收, 办法第4条); above
 * the last band every further ten items cost 100 yuan more each.
 */
export const itemBands: readonly FeeBand[] = [
  { from: 1, to: 10, yuan: 0 },
  { from: 11, to: 30, yuan: 100 },
]

/** The endless bands of ten after {@link itemBands}: size, first price and step, in yuan each. */
export const itemProgression = { from: 31, size: 10, yuan: 200, step: 100 }

/** The fee by pages of one application (按量计收, 办法第5条). */
export const pageBands: readonly FeeBand[] = [
  { from: 1, to: 30, yuan: 0 },
  { from: 31, to: 100, yuan: 10 },
  { from: 101, to: 200, yuan: 20 },
  { from: 201, to: null, yuan: 40 },
]

/** Articles behind the two methods. */
export const feeLaw = {
  'per-item': ['政府信息公开条例第42条', '政府信息公开信息处理费管理办法第4条'],
  'per-page': ['政府信息公开条例第42条', '政府信息公开信息处理费管理办法第5条'],
} as const
