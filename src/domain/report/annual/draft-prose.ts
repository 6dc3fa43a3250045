import type { ReportProse } from './sections.data.ts'

/**
 * The first text of every section (年报初稿), with the figures quoted by name: people write on from here.
 * `below` is true where the report sums up agencies below.
 */
export function draftProse(agency: string, year: number, below: boolean): ReportProse {
  const sums = below
    ? '本报告汇总本机关和下级机关的数据，应报送的机关 {应报机关} 个，已报送 {已报机关} 个，未报送 {未报机关} 个{未报机关名单}。'
    : ''
  const whose = below ? `${agency}及所属部门、下级政府` : agency
  return {
    overview: [
      `本报告依照《中华人民共和国政府信息公开条例》编制，数据统计期限为 ${year} 年 1 月 1 日至 12 月 31 日。${sums}`,
      `（一）主动公开。全年${whose}主动公开政府信息 {公开信息} 条，年末可以查阅 {可查信息} 条。`,
      `（二）依申请公开。全年新收政府信息公开申请 {新收申请} 件，上年结转 {上年结转} 件，办结 {办理总计} 件，结转下年度 {结转下年} 件。办结的申请中，予以公开 {予以公开} 件，部分公开 {部分公开} 件，不予公开 {不予公开} 件，无法提供 {无法提供} 件，不予处理 {不予处理} 件，其他处理 {其他处理} 件。`,
      '（三）政府信息管理。',
      '（四）平台建设。',
      '（五）监督保障。',
    ].join('\n'),
    proactive: '',
    applications: '',
    reviewLitigation:
      '全年因政府信息公开被申请行政复议 {行政复议总计} 件，被直接提起行政诉讼 {直接起诉总计} 件，复议后被提起行政诉讼 {复议后起诉总计} 件。',
    problems: '',
    other: '',
  }
}
