import * as z from 'zod'
import type { Agency } from '../agency/agency.ts'
import { neededText } from '../document/safe-text.ts'
import { fails } from '../shared/validate/parse.ts'
import { countField } from '../shared/validate/fields.ts'

/** What the disclosure guide must hold (公开指南, 条例第12条), and where to complain (第47、51条). */
export const guideFields = {
  /** 信息的分类 */ classification: neededText(2000),
  /** 编排体系 */ arrangement: neededText(2000),
  /** 获取方式 */ access: neededText(2000),
  /** 机构名称 */ body: neededText(120),
  /** 办公地址 */ address: neededText(200),
  /** 办公时间 */ hours: neededText(200),
  /** 联系电话 */ telephone: neededText(60),
  /** 传真号码 */ fax: neededText(60),
  /** 互联网联系方式 */ internet: neededText(200),
  /** 监督投诉 */ supervision: neededText(500),
} as const

/** The fields of one version of the guide. */
export type GuideFields = Record<keyof typeof guideFields, string>

/** Names of the fields in the order of the law. */
export const guideFieldNames: readonly (keyof GuideFields)[] = [
  'classification',
  'arrangement',
  'access',
  'body',
  'address',
  'hours',
  'telephone',
  'fax',
  'internet',
  'supervision',
]

/** A new version as an officer writes it; `seen` is the version that stood when he began. */
export const guideInput = z.strictObject({
  ...guideFields,
  telephone: guideFields.telephone.refine(
    (text) => /\d{3}/u.test(text.normalize('NFKC').replaceAll(/[^\d\p{Letter}]/gu, '')),
    fails({ problem: 'ill-formed', what: 'phone' }),
  ),
  note: neededText(200),
  seen: countField(1, 1_000_000).optional(),
})

/** The fields as they are stored. */
export const storedGuide = z.object(guideFields)

/** The first version of the guide, made from the agency's manifest. */
export function firstGuide({ guide }: Pick<Agency, 'guide'>): GuideFields {
  const { supervision } = guide
  return {
    classification:
      '公开的信息分为政府信息公开指南、政府信息公开制度、法定主动公开内容、政府信息公开年报四个栏目；法定主动公开内容按条例第二十条、第二十一条列举的事项分设子栏目。',
    arrangement:
      '每件信息有一个不变的索引号；目录列明索引号、名称、内容概述和生成日期，可以按主题、体裁、年份、有效性筛选。',
    access:
      '在本专栏浏览、检索或者订阅；到国家档案馆、公共图书馆和政务服务场所查阅；没有主动公开的，可以申请公开。',
    body: guide.body,
    address: `${guide.address}（邮政编码 ${guide.postcode}）`,
    hours: guide.hours,
    telephone: guide.telephone,
    fax: guide.fax,
    internet: guide.email,
    supervision: `${supervision.body}，电话 ${supervision.telephone}，地址 ${supervision.address}`,
  }
}
