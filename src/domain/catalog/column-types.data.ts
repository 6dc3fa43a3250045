/** Values of the ColumnType tag that a government site's columns carry (《网页设计规范》栏目类别). */
export const columnTypes = [
  '首页',
  '概况信息',
  '机构职能',
  '负责人信息',
  '工作动态',
  '政策文件',
  '信息公开指南',
  '信息公开目录',
  '信息公开年报',
  '依申请公开',
  '数据发布',
  '数据开放',
  '政策解读',
  '回应关切',
  '办事服务',
  '咨询投诉',
  '征集调查',
  '在线访谈',
] as const

/** One value of the national ColumnType list (栏目类别). */
export type ColumnType = (typeof columnTypes)[number]

/** Tells whether a word is on the national ColumnType list. */
export function isColumnType(word: string): word is ColumnType {
  return columnTypes.some((type) => type === word)
}
