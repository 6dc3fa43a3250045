/** Level in the hierarchy (层级): 地区/市, 县/区, 乡镇/街道. */
export type Level = 'prefecture' | 'county' | 'township'

/** Kind of agency (机关类型): 人民政府及其办公室, 部门, 公共企事业单位. */
export type AgencyKind = 'government' | 'bureau' | 'public-utility'

/**
 * Where an agency's pages live (国办发〔2017〕47号): on hosts of its own, or as a channel
 * under a path prefix of its parent's host. `prefix` is one path segment without slashes.
 */
export type Site =
  | {
      mode: 'own'
      hosts: readonly string[]
      /** hosts of an earlier name (曾用域名): each address there leads to the same one here */
      formerHosts?: readonly string[] | undefined
    }
  | { mode: 'channel'; prefix: string }

/** A stretch of the calendar after which something is published again (公开周期). */
export type Period = 'month' | 'quarter' | 'half-year' | 'year'

/**
 * How often a column is to be renewed (公开时限类别): 常规定期 with its rule, 临时随时, or 固定长期,
 * which is checked once a year. `within` counts working days after the period, `by` is the day
 * MM-DD of every year.
 */
export type Cadence =
  | { kind: 'regular'; everyDays: number }
  | { kind: 'regular'; period: Period; within: number }
  | { kind: 'regular'; by: string }
  | { kind: 'prompt' }
  | { kind: 'standing' }

/** A name that an agency had (曾用名), and the last day of it. */
export type FormerName = { name: string; until: string }

/** An office that an agency was below (原隶属机关), and the last whole year of it. */
export type FormerParent = { parentId: string; until: number }

/** The end of an agency (机构撤并): its last day, and the id of the agency that took over. */
export type Closure = { on: string; successor: string }

/** A village (行政村) whose 党务, 政务 and 财务 a township publishes. */
export type Village = {
  id: string
  name: string
  /** ids of villages that were merged into it (并村) */ formerIds?: readonly string[] | undefined
}

/** A column of an agency's own that is gone (撤销栏目), and the column that took over what it held. */
export type MergedColumn = { id: string; into: string }

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

/** Days that only one place keeps (民族自治地方习惯节日), from the first to the last, YYYY-MM-DD. */
export type LocalHoliday = { name: string; from: string; to: string }

/** Systems led from above (垂直领导的系统): 税务, 海关, 金融, 国家安全. */
export type VerticalSystem = 'tax' | 'customs' | 'finance' | 'state-security'

/** Agency settings that practice varies and law leaves open. */
export type AgencySettings = {
  /** 互联网申请的收到日: an officer's confirmation, or at once (条例第31条第三项) */
  internetReceipt: 'officer' | 'at-once'
  /** 索引号规则; tokens {code} {year} {month} {serial:N}, exactly one {serial:N} */
  indexNumberPattern: string
  /** 申请编号规则; tokens {year} {serial:N} */
  applicationNumberPattern: string
  /** 本地放假日 (放假办法第4条), each from its first to its last day */
  localHolidays?: readonly LocalHoliday[] | undefined
  /** 征求其他机关意见的工作日数; 15 when left out */
  consultationDays?: number | undefined
  /** 对办理的投诉答复的工作日数; 15 when left out */
  complaintDays?: number | undefined
  /** 同一申请人一个自然月内、12 个月内申请达到多少件时提示; 10 and 30 when left out */
  frequentInMonth?: number | undefined
  frequentInYear?: number | undefined
  /** 移送申请: with the applicant's consent, or also within one government; never when left out */
  transfers?: 'consent' | 'one-government' | undefined
  /** 申请内容相同到百分之几时建议主动公开 (条例第44条); 60 when left out */
  sameRequestPercent?: number | undefined
  /** 职权和办事指南多少个月核对一次; 12 when left out */
  powerCheckMonths?: number | undefined
  /** 动态口令: required, or everybody's own choice when left out */
  secondFactor?: 'optional' | 'required' | undefined
  /** 保密审查级数: two at least, by different persons */
  reviewLevels: 2 | 3
  /** 批量导入: what was reviewed in another system goes out at once, else rows become drafts */
  importReview: 'elsewhere' | 'required'
  /** 规范性文件统一编号规则; tokens {area} {year}, exactly one {serial:N} */
  normNumberPattern?: string | undefined
  /** 编号中的地区代字; 机关简称 when left out */
  normArea?: string | undefined
  /** 公布后报备的日数 (15 或 30) */
  normFilingDays?: 15 | 30 | undefined
  /** 备案审查的工作日数 */
  normReviewDays?: number | undefined
  /** 乡镇（街道）年度报告的期限 MM-DD (地方规定); 01-31 when left out */
  reportDueOn?: string | undefined
  /** 次月几日结账 (1 至 28); 10 when left out */
  monthClosesOn?: number | undefined
  /** 自查指标的本地标准: rule → threshold, length of its window, points, days for which a record speaks */
  selfInspection?:
    | Readonly<
        Record<
          string,
          {
            threshold?: number | undefined
            within?: number | undefined
            points?: number | undefined
            validDays?: number | undefined
          }
        >
      >
    | undefined
  /** 简报在期末次月几日生成 (1 至 28), by kind; some days after the closing when left out */
  bulletinDays?: Readonly<Partial<Record<string, number>>> | undefined
  /** 半年考核方案: caps of lines, points of faults, quota of a month, bands; the usual one where left out */
  assessment?:
    | {
        caps?: Readonly<Partial<Record<string, number>>> | undefined
        monthlyQuota?: number | undefined
        points?: Readonly<Partial<Record<string, number>>> | undefined
        bands?: readonly { from: number; name: string }[] | undefined
        objectionDays?: number | undefined
      }
    | undefined
  /** 文书编号规则; tokens {short} {mark} {year} {serial} */
  instrumentNumberPattern?: string | undefined
  /** 本机关的文书用语: kind → clause → text */
  instrumentTexts?: Readonly<Record<string, Readonly<Record<string, string>>>> | undefined
  /** 垂直领导或者实行双重领导的系统: the next higher department reconsiders (行政复议法第27条) */
  verticalSystem?: VerticalSystem | undefined
  /** 行政复议机关的名称, where it is not the government above in the tree */
  reviewOrgan?: string | undefined
  /** 办理进展通知: address of the receiver, sender of e-mail; none when left out */
  notices?: { webhook?: string | undefined; email?: string | undefined } | undefined
  /** 本机关的保管期限: rows by first day, each group's years or `permanent`, oldest first */
  retention?:
    | readonly { from: string; terms: Readonly<Record<string, 'permanent' | 30 | 10>> }[]
    | undefined
}

/** A branch of the catalogue that an agency adds below a trunk column (自设栏目). */
export type LocalColumn = {
  id: string
  name: string
  under: string
  columnType: string
  /** 栏目描述: what the column is for; its name when left out */
  description?: string | undefined
  cadence?: Cadence | undefined
  /** ids of columns that were renamed to this one or merged into it (曾用栏目) */
  formerIds?: readonly string[] | undefined
}

/** Who keeps a column and those below it up to date, and on which carriers (责任单位、公开渠道). */
export type ColumnDuty = {
  /** id of the column */ column: string
  owner?: string | undefined
  channels?: readonly string[] | undefined
}

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
  /** name of the government right above it (本级或者上一级人民政府), where that is in the tree */
  above?: string | undefined
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
  mergedColumns?: readonly MergedColumn[] | undefined
  columnDuties?: readonly ColumnDuty[] | undefined
  villages?: readonly Village[] | undefined
  formerNames?: readonly FormerName[] | undefined
  /** oldest first */ formerParents?: readonly FormerParent[] | undefined
  closed?: Closure | undefined
}
