import { formatChineseDate, parseLocalDate } from '../../../domain/time/local-date.ts'
import { outcomeLabel } from './application.ts'
import { fieldLabels } from './fields.ts'
import { conversionLabels } from './case-labels.ts'

type Data = Readonly<Record<string, unknown>>

/** The sentence for one event of an application's history; it names nobody. */
export function timelineText(event: string, data: Data): string {
  return sentences[event]?.(data) ?? '有新的办理记录'
}

const sentences: Readonly<Record<string, (data: Data) => string>> = {
  'application.submitted': ({ channel, readBack }) => submittedText(channel, readBack),
  'application.registered': () => '申请已登记编号',
  'application.received': ({ receivedOn, basis }) => receivedText(day(receivedOn), basis),
  'application.accepted': () => '申请已受理，正在办理',
  'application.contact-noted': ({ on }) => `${day(on)}联系申请人，尚未确认`,
  'application.correction-requested': ({ on, until }) =>
    `${day(on)}告知补正，请在${day(until)}前补正；收到补正之日起重新计算答复期限`,
  'application.corrected': ({ on }) => `${day(on)}收到补正，答复期限重新计算`,
  'application.reasons-asked': ({ on, until }) => `${day(on)}请申请人在${day(until)}前说明理由`,
  'application.explained': ({ on }) => `${day(on)}收到申请人说明的理由`,
  'application.assigned': ({ unit }) => `已交办${typeof unit === 'string' ? `：${unit}` : ''}`,
  'application.claimed': () => '承办人已领取',
  'application.handed-back': () => '退回重新交办',
  'application.split': ({ into }) => `一份申请要几件信息，分为 ${String(into)} 件关联办理`,
  'application.split-off': () => '由同一份申请分出，单独办理',
  'application.transfer-sent': ({ on }) => `${day(on)}移送负责公开的机关，等待对方登记`,
  'application.transfer-declined': ({ on }) => `${day(on)}对方没有接收，退回本机关继续办理`,
  'application.transferred': ({ on }) => `${day(on)}已由负责公开的机关登记，改由该机关办理`,
  'application.taken-over': ({ number, on }) =>
    `${day(on)}由其他机关移送，原编号 ${typeof number === 'string' ? number : ''}`,
  'application.co-unit-asked': ({ unit, dueOn }) => `请${nameOf(unit)}协办，${day(dueOn)}前答复`,
  'application.co-unit-answered': ({ unit, on }) => `${day(on)}${nameOf(unit)}答复协办意见`,
  'application.co-unit-waived': ({ unit }) => `负责人决定不等${nameOf(unit)}的协办意见`,
  'application.consulted': ({ on, party }) =>
    `${day(on)}书面征求${partyNames[String(party)] ?? ''}意见，征求意见的时间不计入期限`,
  'application.consultation-served': ({ on }) => `${day(on)}征求意见书送达`,
  'application.consultation-answered': ({ on }) => `${day(on)}收到被征求一方的意见`,
  'application.extended': ({ on, days }) => `${day(on)}告知延长答复期限 ${String(days)} 个工作日`,
  'application.deferred': ({ on, until }) => `${day(on)}告知延迟至${day(until)}答复`,
  'application.recalculated': ({ from, to }) =>
    `放假安排有变，答复期限由${day(from)}改为${day(to)}`,
  'application.wait-recalculated': ({ from, to }) =>
    `放假安排有变，请在${day(to)}前办理，原告知${day(from)}前`,
  'application.charged': ({ on, until, yuan }) =>
    `${day(on)}通知缴纳信息处理费 ${String(yuan)} 元，请在${day(until)}前缴纳`,
  'application.paid': ({ on }) => `${day(on)}收到缴费，答复期限重新计算`,
  'application.file-added': ({ original }) =>
    original === null ? '添加了答复附件' : '添加了区分处理后的答复附件，原件已封存',
  'application.file-removed': () => '移除了答复附件',
  'application.item-drafted': () => '由答复转为主动公开的稿件',
  'application.drafted': ({ outcome }) => `已拟答复：${resultOf(outcome)}`,
  'application.checked': ({ overridden }) =>
    overridden === true ? '合法性、保密审核通过，附件检查所见已写明理由' : '合法性、保密审核通过',
  'application.sent-back': () => '答复退回修改',
  'application.taken-back': () => '拟稿人撤回修改',
  'application.signed': ({ on }) => `${day(on)}签发答复`,
  'application.archived': ({ on }) => `${day(on)}案卷归档`,
  'application.abandoned': ({ decidedOn, outcome }) =>
    `${day(decidedOn)}不再处理：${resultOf(outcome)}`,
  'application.replied': ({ outcome, decidedOn }) =>
    `${day(decidedOn)}作出答复：${resultOf(outcome)}`,
  'application.converted': ({ on, to }) =>
    `${day(on)}告知：不属于政府信息公开申请，请按${conversionLabels[String(to)] ?? ''}渠道办理`,
  'application.reopened': ({ on }) => `${day(on)}恢复为政府信息公开申请，登记号和收到日不变`,
  'application.redo-ordered': ({ from, until }) =>
    until === undefined
      ? `原答复经行政复议或诉讼纠正，${day(from)}收到决定，重新答复`
      : `原答复经行政复议或诉讼纠正，${day(from)}收到决定，限${day(until)}前重新答复`,
  'application.closed': () => '申请已办结',
  'application.destroyed': ({ on }) => `${day(on)}案卷保管期满，依规定销毁`,
  'application.withdrawn': () => '申请人撤回了申请',
  'application.imported': ({ receivedOn, outcome, decidedOn }) =>
    outcome === null
      ? `由原登记台账转入，${day(receivedOn)}收到`
      : `由原登记台账转入，${day(receivedOn)}收到，${day(decidedOn)}答复：${resultOf(outcome)}`,
  'personal-data.shown': ({ as }) =>
    as === 'page' ? '申请人查看了本人的完整信息' : '申请人复制了本人的信息',
  'personal-data.corrected': ({ fields }) => `申请人更正了${namesOf(fields)}`,
  'personal-data.correction-asked': ({ fields }) => `申请人要求更正${namesOf(fields)}，等待核实`,
  'personal-data.correction-decided': ({ verdict, fields }) =>
    verdict === 'accepted' ? `核实后更正了${namesOf(fields)}` : `没有更正${namesOf(fields)}`,
  'personal-data.erased': ({ fields }) => `申请人删除了${namesOf(fields)}`,
  'personal-data.notices-set': ({ wanted }) =>
    wanted === true ? '申请人同意接收进展通知' : '申请人不再接收进展通知',
  'identity.opened': () => '查看了申请人信息',
  'package.opened': () => '下载了整卷',
  'file.opened': () => '打开了案卷里的附件',
}

/** Who was consulted, without names. */
const partyNames: Readonly<Record<string, string>> = {
  'third-party': '第三方',
  'co-maker': '共同制作机关',
  agency: '其他行政机关',
}

function submittedText(channel: unknown, readBack: unknown): string {
  if (channel === 'internet') return '申请已提交，等待登记'
  return readBack === true
    ? '口头提出的申请，已代为书写、宣读并经申请人同意'
    : '收到申请材料，已录入系统'
}

function receivedText(on: string, basis: unknown): string {
  if (basis === 'confirmed') return `双方确认收到，收到日为${on}，答复期限从次日起算`
  return `收到日为${on}，答复期限从次日起算`
}

function day(value: unknown): string {
  const date = typeof value === 'string' ? parseLocalDate(value) : null
  return date === null ? '' : formatChineseDate(date)
}

function namesOf(fields: unknown): string {
  if (!Array.isArray(fields)) return ''
  return fields.map((field) => fieldLabels[`/${String(field).replace('.', '/')}`] ?? '').join('、')
}

function nameOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function resultOf(value: unknown): string {
  return typeof value === 'string' ? outcomeLabel(value) : ''
}
