import { formatChineseDate, parseLocalDate } from '../../../domain/time/local-date.ts'
import { outcomeLabel } from './application.ts'

type Data = Readonly<Record<string, unknown>>

/** The sentence for one event of an application's history; it names nobody. */
export function timelineText(event: string, data: Data): string {
  return sentences[event]?.(data) ?? '有新的办理记录'
}

const sentences: Readonly<Record<string, (data: Data) => string>> = {
  'application.submitted': ({ channel }) =>
    channel === 'internet' ? '申请已提交，等待登记' : '收到申请材料，已录入系统',
  'application.registered': () => '申请已登记编号',
  'application.received': ({ receivedOn, basis }) => receivedText(day(receivedOn), basis),
  'application.accepted': () => '申请已受理，正在办理',
  'application.replied': ({ outcome, decidedOn }) =>
    `${day(decidedOn)}作出答复：${resultOf(outcome)}`,
  'application.closed': () => '申请已办结归档',
  'application.withdrawn': () => '申请人撤回了申请',
  'application.imported': ({ receivedOn, outcome, decidedOn }) =>
    outcome === null
      ? `由原登记台账转入，${day(receivedOn)}收到`
      : `由原登记台账转入，${day(receivedOn)}收到，${day(decidedOn)}答复：${resultOf(outcome)}`,
  'identity.opened': () => '查看了申请人信息',
  'file.opened': () => '打开了申请人提交的附件',
}

function receivedText(on: string, basis: unknown): string {
  if (basis === 'confirmed') return `双方确认收到，收到日为${on}，答复期限从次日起算`
  return `收到日为${on}，答复期限从次日起算`
}

function day(value: unknown): string {
  const date = typeof value === 'string' ? parseLocalDate(value) : null
  return date === null ? '' : formatChineseDate(date)
}

function resultOf(value: unknown): string {
  return typeof value === 'string' ? outcomeLabel(value) : ''
}
