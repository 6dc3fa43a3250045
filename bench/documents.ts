/** Words that the search cases look for: in every document, in one of a hundred, in none. */
export const searchWords = { everywhere: '政策', rare: '调蓄', nowhere: '彗星' } as const

const places = ['城东街道', '河湾镇', '山前乡', '柳沟镇', '新桥镇', '石庙镇', '开发区', '古城街道']
const subjects = [
  '农村饮水安全巩固提升',
  '城乡居民基本养老保险待遇调整',
  '老旧小区改造',
  '秸秆综合利用',
  '中小学校舍安全排查',
  '公共卫生应急队伍建设',
  '乡村道路养护',
  '政务服务事项清理',
]
const acts = [
  '实施方案',
  '工作通知',
  '情况通报',
  '补贴发放公示',
  '年度计划',
  '考核办法',
  '采购结果公告',
]
const columns = [
  '规划计划',
  '财政预算决算',
  '民生政策及实施',
  '机构职能',
  '行政法规、规章和规范性文件',
]
const genres = ['通知', '方案', '通报', '公告', '意见']
const sentences = [
  '各单位要明确责任人和完成时限，按月报送进展，确保政策落到实处。',
  '资金实行专账管理、专款专用，任何单位和个人不得截留、挤占、挪用。',
  '公示期内有异议的，可以书面或者电话方式向办公室反映，并留下联系方式。',
  '工程质量由建设单位负总责，监理单位全程旁站，隐蔽部分须留存影像资料。',
  '对符合条件的困难群众，应当主动上门办理，不得要求重复提交证明材料。',
  '办理结果通过政府网站和村务公开栏同时公布，接受社会监督。',
  '年度结束后组织第三方评估，评估结论作为下一年度安排的依据。',
  '遇有汛期、高温等特殊天气，应当暂停露天作业并及时调整施工计划。',
  '县级主管部门会同审计机关开展抽查，发现问题限期整改。',
  '各村（居）民委员会应当召开会议征求意见，会议记录存档备查。',
]

/**
 * Makes import files (JSON lines) of `total` documents in parts of at most `perFile`; about one
 * kilobyte of Chinese text each, and the same ones at every run.
 */
export function* documentFiles(
  total: number,
  perFile: number,
): Generator<{ bytes: Uint8Array; count: number }> {
  for (let from = 0; from < total; from += perFile) {
    const count = Math.min(perFile, total - from)
    const lines = Array.from({ length: count }, (_, i) => JSON.stringify(documentOf(from + i)))
    yield { bytes: new TextEncoder().encode(lines.join('\n')), count }
  }
}

function documentOf(n: number): Record<string, string> {
  const pick = <T>(list: readonly T[], step: number): T | '' =>
    list[scatter(n, step) % list.length] ?? ''
  const subject = pick(subjects, 1)
  const day = new Date(Date.UTC(2016, 0, 1) + (n % 3900) * 86_400_000).toISOString().slice(0, 10)
  const paragraphs = Array.from({ length: 8 }, (_, i) => pick(sentences, 11 + i))
  const rare = n % 100 === 0 ? [`本期安排包括${searchWords.rare}水库的前期论证。`] : []
  return {
    id: `bench-${n}`,
    title: `${pick(places, 2)}关于${subject}${pick(acts, 3)}（第${n + 1}号）`,
    docNumber: `试政〔${day.slice(0, 4)}〕${n + 1}号`,
    publishedOn: day,
    column: pick(columns, 4),
    genre: pick(genres, 5),
    summary: `就${subject}的对象、标准、程序和监督作出安排。`,
    body: [
      `为做好${subject}工作，依据有关政策，现将有关事项告知如下。`,
      ...paragraphs,
      ...rare,
    ].join('\n'),
  }
}

/** Spreads consecutive numbers without a pattern that a list or an index could profit from. */
function scatter(n: number, step: number): number {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(step, 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b)
  return (x ^ (x >>> 15)) >>> 0
}
