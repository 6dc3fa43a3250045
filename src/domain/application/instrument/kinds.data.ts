/** To whom an instrument goes (文书的受送达人): 申请人, 第三方, 其他行政机关. */
export type Addressee = 'applicant' | 'third-party' | 'agency'

/** One kind of instrument: its title, its mark in the number, to whom it goes, whether it is the reply. */
export type InstrumentRow = { title: string; mark: string; to: Addressee; reply: boolean }

const notice = (title: string, mark: string, to: Addressee = 'applicant'): InstrumentRow => ({
  title,
  mark,
  to,
  reply: false,
})
const reply = (title: string, mark: string): InstrumentRow => ({
  title,
  mark,
  to: 'applicant',
  reply: true,
})

/** The instruments of an application (依申请公开文书), in the order in which a case meets them. */
export const instrumentKinds = {
  receipt: notice('政府信息公开申请登记回执', '收'),
  correction: notice('政府信息公开申请补正告知书', '补'),
  reasons: notice('政府信息公开申请说明理由告知书', '理由'),
  deferral: notice('政府信息公开延迟答复告知书', '迟'),
  extension: notice('政府信息公开延期答复告知书', '延'),
  'third-party-opinion': notice('政府信息公开第三方意见征询书', '征询', 'third-party'),
  'agency-opinion': notice('关于征求政府信息公开意见的函', '函', 'agency'),
  'rights-holder': notice('政府信息公开权利人告知书', '权告', 'third-party'),
  fee: notice('政府信息公开信息处理费收费通知书', '费'),
  abandoned: notice('政府信息公开申请视为放弃告知书', '弃'),
  disclosed: reply('政府信息公开告知书', '公开'),
  'already-public': reply('政府信息已主动公开告知书', '已公开'),
  partial: reply('政府信息部分公开告知书', '部'),
  refused: reply('政府信息不予公开告知书', '不'),
  inquiry: reply('行政查询事项告知书', '查'),
  'not-existing': reply('政府信息不存在告知书', '存'),
  'not-this-agency': reply('非本机关政府信息告知书', '非本'),
  'needs-creation': reply('政府信息需另行制作告知书', '制'),
  'still-unclear': reply('政府信息公开申请补正后仍不明确告知书', '不明'),
  'not-processed': reply('政府信息公开申请不予处理告知书', '不理'),
  'own-record': reply('政府信息更正答复书', '更'),
  other: reply('政府信息公开申请其他处理告知书', '他'),
} as const satisfies Record<string, InstrumentRow>

/** A kind of instrument (文书种类). */
export type InstrumentKind = keyof typeof instrumentKinds

/** Tells a kind of instrument from other words. */
export function isInstrumentKind(word: string): word is InstrumentKind {
  return Object.hasOwn(instrumentKinds, word)
}

/** What stands in every row of the table of kinds. */
export function instrumentRow(kind: InstrumentKind): InstrumentRow {
  return instrumentKinds[kind]
}
