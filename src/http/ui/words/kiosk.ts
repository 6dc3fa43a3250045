/** Words of the reading place (查阅点): short, large, and nothing to fill in but the search. */
export const kiosk = {
  title: '政府信息查阅点',
  description: '查阅点使用的大字页面：按栏目看、看最新、搜一搜、看指南',
  lead: '点一下想看的内容。',
  search: '搜一搜',
  columns: '按栏目看',
  latest: '最新公开',
  latestNone: '还没有公开的信息',
  more: '更多',
  guide: '公开指南',
  back: '查完请点这里回到开始',
  staff: '需要帮助，请找查阅点工作人员，或打电话：',
} as const
