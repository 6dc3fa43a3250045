import type { GuideFields } from '../../../domain/catalog/guide.ts'

/** Names of the statutory contents of the guide (条例第12条). */
export const guideLabels: Readonly<Record<keyof GuideFields, string>> = {
  classification: '信息的分类',
  arrangement: '编排体系',
  access: '获取方式',
  body: '机构名称',
  address: '办公地址',
  hours: '办公时间',
  telephone: '联系电话',
  fax: '传真号码',
  internet: '互联网联系方式',
  supervision: '监督投诉',
}

/** Words of the versions of the guide and of its form. */
export const guideVersions = {
  title: '公开指南历次版本',
  lead: '指南每次修改都留存，供查阅。',
  nth: '第 {n} 版',
  current: '现行版本',
  first: '系统启用时的版本',
  publishedAt: '发布时间',
  note: '修改说明',
  past: '这是历史版本，以现行指南为准。',
  toCurrent: '查看现行指南',
  toVersions: '历次版本',
  formTitle: '更新公开指南',
  formLead: '条例第十二条规定的内容缺一不可。发布后旧版留存，公众可以查阅。',
  publish: '发布新版',
  published: '新版指南已发布。',
} as const
