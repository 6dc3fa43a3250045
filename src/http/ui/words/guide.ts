/** A section of the disclosure guide (公开指南): a heading and its paragraphs or points. */
export type GuideSection = {
  heading: string
  paragraphs: readonly string[]
  points: readonly string[]
}

/** What comes before the facts of the working body. */
export const guideWords = {
  lead: '本指南依照《中华人民共和国政府信息公开条例》第十二条编制，说明怎样查到本机关的信息，怎样申请公开没有查到的信息。',
  body: '公开工作机构',
  supervision: '监督和投诉',
  labels: { website: '网址', formerName: '曾用名称', until: '至' },
  supervisionNote:
    '认为本机关没有依法公开信息的，可以向上级机关或者政府信息公开工作主管部门投诉、举报。',
  apply: '在线提出申请',
  status: '查询办理进度',
} as const

/** How to apply (依申请公开), what follows, what it costs and what can be done about a reply. */
export const applyingSections: readonly GuideSection[] = [
  {
    heading: '申请公开政府信息',
    paragraphs: [
      '公民、法人和其他组织可以申请获取没有主动公开的信息，不需要说明用途。申请采用书面形式，包括网上提交；书写确有困难的，可以口头提出，由工作人员代为填写。',
      '申请应当写明：',
    ],
    points: [
      '申请人的姓名或者名称、身份证明、联系方式；',
      '所需信息的名称、文号，或者便于查找的其他特征；',
      '希望得到信息的形式和途径。',
    ],
  },
  {
    heading: '收到日和答复期限',
    paragraphs: [
      '当面提交的，以提交之日为收到日；邮寄并由本机关签收的，以签收之日为收到日；平常信函和网上、传真提交的，以双方确认之日为收到日。',
      '能够当场答复的当场答复；不能当场答复的，自收到之日起 20 个工作日内答复。需要延长的，经公开工作机构负责人同意并告知申请人，最多延长 20 个工作日。征求第三方和其他机关意见所需的时间不计算在内。',
      '申请内容不明确的，本机关在收到之日起 7 个工作日内一次性告知补正，答复期限自收到补正之日起重新计算。',
    ],
    points: [],
  },
  {
    heading: '费用',
    paragraphs: [
      '提供政府信息不收取费用。申请的数量、频次明显超过合理范围的，可以依照国务院办公厅规定的标准收取信息处理费：按件计收的，同一申请人一个自然月内 10 件以内不收；按量计收的，30 页以内不收。收费前会告知依据、标准、数额和缴费方式，20 个工作日内没有缴费的，视为放弃申请。',
    ],
    points: [],
  },
  {
    heading: '不服答复的救济',
    paragraphs: [
      '对答复不服的，可以自知道之日起 60 日内申请行政复议，或者在 6 个月内提起行政诉讼。答复为不予公开的，应当先申请行政复议，对复议决定不服的再提起行政诉讼。',
    ],
    points: [],
  },
]
