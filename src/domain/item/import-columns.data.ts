/** Fields of an item that an import file may give (信息导入字段). */
export type ItemField = keyof typeof itemColumns

/** Header words of each field, the usual one first; compared without blanks, brackets and case. */
export const itemColumns = {
  externalId: ['原编号', '外部编号', '原系统编号', 'externalId', 'id'],
  indexNumber: ['索引号', '信息索引号', '索引编号', 'indexNumber'],
  title: ['标题', '信息名称', '名称', '文件标题', '信息标题', '文件名称', '题名', 'title'],
  docNumber: ['文号', '发文字号', '发文文号', '文件编号', '文件字号', 'docNumber'],
  issuer: ['发布机构', '发文机关', '发文单位', '发布单位', '发布机关', '制发机关', 'issuer'],
  writtenOn: [
    '成文日期',
    '发文日期',
    '生成日期',
    '成文时间',
    '发文时间',
    '生成时间',
    'writtenDate',
    'writtenOn',
  ],
  publishedOn: [
    '公开日期',
    '发布日期',
    '公开时间',
    '发布时间',
    '公布日期',
    'publishedDate',
    'publishedOn',
    'publishedAt',
  ],
  attribute: ['公开属性', '公开形式', '公开类别', '公开类型', 'attribute'],
  columnName: ['栏目', '栏目名称', '所属栏目', 'category', 'column'],
  theme: ['主题', '主题分类', '主题类别', 'theme'],
  genre: ['体裁', '体裁分类', '公文种类', '文种', 'genre'],
  summary: ['内容概述', '概述', '摘要', '内容摘要', '信息概述', 'summary'],
  body: ['正文', '内容', '信息内容', '正文内容', 'body'],
  sourceUrl: ['原文链接', '链接', '网址', '来源网址', '原文地址', 'url', 'sourceUrl'],
  validity: ['有效性', '时效性', '效力状态', '有效状态', 'validity'],
} as const

/** Columns that old systems write and an import knows it leaves aside; the clerk is told. */
export const ignoredItemColumns = [
  '序号',
  '来源',
  '信息来源',
  '附件',
  '附件名称',
  '关键词',
  '点击量',
  '阅读量',
  '责任编辑',
  '备注',
  'source',
  'docNumberRaw',
  'attachments',
] as const

/** Words for the disclosure attribute (公开属性). 公开 alone is left out: it does not say of which kind. */
export const attributeWords = {
  proactive: ['主动公开', '主动', 'proactive'],
  'on-request': ['依申请公开', '依申请', '申请公开', 'on-request'],
  withheld: ['不予公开', '不公开', '免予公开', 'withheld'],
} as const

/** Words for the state of validity (有效性). */
export const validityWords = {
  valid: ['有效', '现行有效', '继续有效', 'valid'],
  expired: ['失效', '已失效', 'expired'],
  repealed: ['废止', '已废止', '宣布废止', 'repealed'],
  amended: ['已修改', '修改', '修订', '已修订', 'amended'],
} as const
