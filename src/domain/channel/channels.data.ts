/** Carriers on which an item is made public (公开载体); the website counts by itself. */
export const channels = [
  'website',
  'gazette',
  'notice-board',
  'screen',
  'hotline',
  'newspaper',
  'broadcast',
  'new-media',
  'press-conference',
  'archive',
  'village-board',
  'other',
] as const

/** 网站, 公报, 公示栏, 电子屏, 热线, 报纸, 电视/广播, 新媒体, 发布会, 档案馆/图书馆, 村级公示栏, 其他. */
export type Channel = (typeof channels)[number]

/** Carriers that officers record; the website is known without them. */
export const recordedChannels = [
  'gazette',
  'notice-board',
  'screen',
  'hotline',
  'newspaper',
  'broadcast',
  'new-media',
  'press-conference',
  'archive',
  'village-board',
  'other',
] as const satisfies readonly Channel[]
