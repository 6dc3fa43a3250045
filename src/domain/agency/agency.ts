/** Level in the hierarchy (层级): 地区/市, 县/区, 乡镇/街道. */
export type Level = 'prefecture' | 'county' | 'township'

/** Kind of agency (机关类型): 人民政府及其办公室, 部门, 公共企事业单位. */
export type AgencyKind = 'government' | 'bureau' | 'public-utility'

/**
 * Where an agency's pages live (国办发〔2017〕47号): on hosts of its own, or as a channel
 * under a path prefix of its parent's host. `prefix` is one path segment without slashes.
 */
export type Site = { mode: 'own'; hosts: readonly string[] } | { mode: 'channel'; prefix: string }

/** Statutory contents of the disclosure guide (政府信息公开指南, 条例第12条). */
export type GuideFacts = {
  /** 工作机构名称 */ body: string
  address: string
  /** 办公时间 */ hours: string
  telephone: string
  fax: string
  email: string
  postcode: string
  /** 监督投诉渠道 (条例第47条、第51条) */
  supervision: { body: string; telephone: string; address: string }
}

/** Facts that the footer of a government site must carry (网页设计规范). */
export type FooterFacts = {
  /** 主办单位 */ organiser: string
  /** ICP备案号 */ icp: string
  /** 公安备案号 */ policeFiling: string
}

/** Agency settings that practice varies and law leaves open. */
export type AgencySettings = {
  /** 互联网申请的收到日: an officer's confirmation, or at once (条例第31条第三项) */
  internetReceipt: 'officer' | 'at-once'
  /** 索引号规则; tokens {code} {year} {month} {serial:N}, exactly one {serial:N} */
  indexNumberPattern: string
  /** 申请编号规则; tokens {year} {serial:N} */
  applicationNumberPattern: string
  /** 征求其他机关意见的工作日数; 15 when left out */
  consultationDays?: number | undefined
}

/** A branch of the catalogue that an agency adds below a trunk column (自设栏目). */
export type LocalColumn = { id: string; name: string; under: string; columnType: string }

/** An agency (机关): one manifest, one portal, one database. */
export type Agency = {
  /** stable, equals the slug it was created with; never reused */
  id: string
  slug: string
  name: string
  shortName: string
  level: Level
  kind: AgencyKind
  parentId: string | null
  /** ids from the root down to this agency, itself included */
  path: readonly string[]
  /** 行政区划代码, 6 or 9 digits */
  divisionCode: string
  site: Site
  /** 政府网站标识码, 10 digits */
  siteIdCode: string
  guide: GuideFacts
  footer: FooterFacts
  settings: AgencySettings
  columns: readonly LocalColumn[]
}
