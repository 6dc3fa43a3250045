import * as z from 'zod'
import { safeText } from '../../document/safe-text.ts'
import { addProblem } from '../../shared/validate/parse.ts'
import type { Return } from './finding.ts'
import { type BulletinKind, kindsOfBulletin } from './kinds.data.ts'

/** Sections of a bulletin (简报各部分). */
export const bulletinSections = ['overview', 'findings', 'requirements'] as const
export type BulletinSection = (typeof bulletinSections)[number]

/** The text of every section as its writer left it, references and all. */
export type BulletinProse = Readonly<Record<BulletinSection, string>>

/** Most characters of all sections together: a bulletin goes down as one letter. */
export const proseLimit = 5000

/** The text of the sections; one that is left out stays. */
export const proseInput = z
  .strictObject({
    overview: safeText(proseLimit).optional(),
    findings: safeText(proseLimit).optional(),
    requirements: safeText(proseLimit).optional(),
  })
  .superRefine((prose, ctx) => {
    const length = Object.values(prose).reduce((sum, text) => sum + (text?.length ?? 0), 0)
    if (length > proseLimit) addProblem(ctx, prose, { problem: 'too-long', limit: proseLimit })
  })

/** Names of the sections, which depend on whom the bulletin is about. */
export function sectionTitles(kind: BulletinKind, hasBelow: boolean): BulletinProse {
  const isOwn = kindsOfBulletin[kind].scope === 'own' || !hasBelow
  return {
    overview: '一、基本情况',
    findings: '二、存在的问题',
    requirements: isOwn ? '三、整改措施' : '三、下一步工作要求',
  }
}

/** The title of a bulletin (简报标题): 东县人民政府2026年第三季度政府信息公开工作季通报. */
export function bulletinTitle(agency: string, kind: BulletinKind, period: string): string {
  return `${agency}${periodText(period)}政府信息公开工作${kindsOfBulletin[kind].name}`
}

/** The number of a bulletin (简报编号): 通报〔2026〕3号. */
export function bulletinNumber(kind: BulletinKind, year: number, number: number): string {
  return `${kindsOfBulletin[kind].mark}〔${year}〕${number}号`
}

/** A period as titles write it: 2026年11月, 2026年第三季度, 2026年上半年. */
export function periodText(period: string): string {
  const year = period.slice(0, 4)
  const part = period.slice(5)
  if (part.startsWith('Q')) return `${year}年第${'一二三四'.charAt(Number(part.slice(1)) - 1)}季度`
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`
  return `${year}年${Number(part)}月`
}

/** What is found, with what it repeats where it appeared again (再次出现). */
export function foundWords(what: string, returned: Return | null): string {
  if (returned === null) return what
  const { period, number, closedOn } = returned
  return `${what}（再次出现：曾列入${number ?? periodText(period)}，${closedOn} 销号）`
}

/** The first text of a bulletin (简报初稿), its figures quoted by name: people write on from here. */
export function draftProse(kind: BulletinKind, period: string, hasBelow: boolean): BulletinProse {
  const when = periodText(period)
  const isOwn = kindsOfBulletin[kind].scope === 'own' || !hasBelow
  const coverage = isOwn
    ? ''
    : '应报送数据的机关 {应报机关} 个，已报送 {已报机关} 个，未报送 {未报机关} 个。'
  const ledger = isOwn
    ? '现有未销号问题 {问题} 项，其中新发现 {新问题} 项，以前遗留 {遗留问题} 项。'
    : '台账现有未销号问题 {问题} 项，其中新发现 {新问题} 项，以前各期遗留 {遗留问题} 项，已答复待确认 {已答复问题} 项。'
  const requirements = isOwn
    ? '对照问题清单逐项整改，按期销号。'
    : '各有关单位对照问题清单逐项整改，在期限以前答复整改情况；以前各期遗留的问题优先办理。'
  return {
    overview: [
      `${when}主动公开政府信息 {主动公开信息} 条，上期 {主动公开信息上期} 条，上年同期 {主动公开信息上年同期} 条。`,
      `新收政府信息公开申请 {新收申请} 件，办结 {办结申请} 件，期末在办 {期末在办} 件。`,
      coverage,
    ]
      .filter((line) => line !== '')
      .join('\n'),
    findings: ledger,
    requirements,
  }
}
