import type { CaseBar } from '../../../domain/shared/refusal.ts'
import { dataBars } from './personal-data.ts'

/** Why the law closes a step to an application. */
export const caseBars: Readonly<Record<CaseBar, string>> = {
  ...dataBars,
  'corrected-before':
    '补正告知只能作一次（条例第30条）。请按现有内容办理，仍不明确的，答复“补正后申请内容仍不明确”。',
  'correction-late':
    '补正告知应当在收到申请之日起 7 个工作日内作出（条例第30条），现在已经过期。请按现有内容办理。',
  'extended-before': '延长答复期限只能一次（条例第33条）。',
  'extension-late':
    '延期应当在答复期限届满前批准并告知申请人（条例第33条），现在已经过期或者期限没有在计算。',
  'charged-before': '这件申请已经通知过缴费。',
  'fee-late': '收费通知应当在办理期限内送出，现在已经过期或者期限没有在计算。',
  'fee-none': '按标准计算不需要收费。',
  'correction-missing':
    '这件申请没有通知过补正，不能这样答复。内容不明确的，请先一次性告知补正（条例第30条）。',
  'charge-missing': '这件申请没有通知过缴费，不能这样答复。',
  'reasons-missing':
    '这件申请没有经过说明理由的环节。数量、频次过多的，请先要求申请人说明理由（条例第35条），再告知不予处理或者另定答复日期。',
  'opinion-open': '还有被征求意见的一方没有答复，答复的时间也没有到。请等意见或者期满后再答复。',
  'co-unit-open':
    '还有协办科室没有答复。请等协办意见；确需先行答复的，由负责人办理“不等协办意见”并说明理由。',
  'transfer-off':
    '本机关没有开通这种移送。请答复“非本机关政府信息”，并告知申请人负责公开的机关（条例第36条第五项）。',
  'transfer-apart':
    '两个机关不属于同一级政府，不能直接移送。请征得申请人同意后移送，或者告知申请人向负责公开的机关申请。',
  'redo-here': '责令重新答复的申请由本机关按原件办理，不能分办或者移送。',
  'files-not-disclosed':
    '这样答复不提供信息，但案卷里有答复附件。请先移除附件，或者改选“予以公开”“部分公开”。',
  'not-served': '答复送达之后才能转为主动公开。',
  'nothing-disclosed': '这件申请的答复没有提供信息，不能转为主动公开。',
  'not-overdue': '申请人补正或者缴费的期限还没有过，不能按放弃申请处理。',
  'period-ordered': '答复期限是复议决定或者判决限定的，本机关不能延长或者另定。',
  'complaint-open': '上一次投诉还没有答复，答复后可以再提出。',
}
