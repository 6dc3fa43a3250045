import type { Role } from '../../src/domain/shared/actor.ts'
import { actOnFiling } from '../../src/usecases/norm/act-on-filing.ts'
import { actOnNorm } from '../../src/usecases/norm/act-on-norm.ts'
import { decideCleanup } from '../../src/usecases/norm/decide-cleanup.ts'
import { draftNorm } from '../../src/usecases/norm/draft-norm.ts'
import { enterNorm } from '../../src/usecases/norm/enter-norm.ts'
import { expireNorms } from '../../src/usecases/norm/expire-norms.ts'
import { openCleanup } from '../../src/usecases/norm/open-cleanup.ts'
import { proposeCleanup } from '../../src/usecases/norm/propose-cleanup.ts'
import type { NormView } from '../../src/usecases/norm/show-norm.ts'
import { playItem } from './play-item.ts'
import type { AgencyScript, ItemScript, NormScript } from './play-script.ts'
import { carryLetters, must, type Stage } from './stage.ts'

const passed = '经审核，制定主体、权限、程序和内容合法。（演示）'
const order: readonly NormScript['until'][] = [
  'draft',
  'under-review',
  'reviewed',
  'registered',
  'published',
  'filed',
]

/**
 * Plays a normative document (起草、合法性审核、登记编号、公布、备案) and the item that publishes it,
 * which bears the unified number; the upper agency answers as the script says.
 */
export async function playNorm(stage: Stage, script: ItemScript, norm: NormScript): Promise<void> {
  const title = script.said['title']
  const said = { ...norm.said, title }
  if (norm.until === 'entered') {
    const item = await playItem(stage, script)
    const officer = await stage.as('information-officer', stage.region.now)
    must(await enterNorm(officer, { ...said, item }), 'enter')
    return
  }
  const { on } = script
  const begun = await stage.as('information-officer', stage.at(on, 0, 480))
  const { id } = must(await draftNorm(begun, said), 'draft norm')
  const step: Step = async (role, action, raw, days) => {
    const ctx = await stage.as(role, stage.at(on, days, 1000 + days))
    return must(await actOnNorm(ctx, id, action, raw), `${action} ${String(title)}`)
  }
  const number = await makeNorm(step, norm)
  if (number === null || !reaches(norm, 'published')) return
  const numbered = { ...script, on: dayAfter(on, 4), said: { ...script.said, docNumber: number } }
  const item = await playItem(stage, numbered)
  await step('information-officer', 'publish', { item }, 7)
  if (!reaches(norm, 'filed')) return
  await step('legal-reviewer', 'file', {}, 8)
  await settle(stage, norm, on)
  if (norm.until === 'accepted' && (await parentOf(stage)) === null) {
    await step('legal-reviewer', 'note-acceptance', {}, 12)
  }
}

type Step = (
  role: Role,
  action: string,
  raw: Record<string, unknown>,
  days: number,
) => Promise<NormView>

/** Draft, legality review and registration, as far as the script goes; answers the number it got. */
async function makeNorm(step: Step, norm: NormScript): Promise<string | null> {
  if (!reaches(norm, 'under-review')) return null
  await step('information-officer', 'submit', {}, 0)
  if (norm.until === 'sent-back') {
    await step('legal-reviewer', 'send-back', { opinion: norm.opinion ?? passed }, 2)
    return null
  }
  if (!reaches(norm, 'reviewed')) return null
  await step('legal-reviewer', 'pass', { opinion: passed }, 2)
  return reaches(norm, 'registered') ? (await step('head', 'register', {}, 3)).number : null
}

function reaches({ until }: NormScript, state: NormScript['until']): boolean {
  const reach = order.indexOf(until)
  return reach === -1 || reach >= order.indexOf(state)
}

/** Brings the filing to the upper agency, which answers it if the script says so. */
async function settle(stage: Stage, { until, opinion }: NormScript, on: string): Promise<void> {
  const upper = await parentOf(stage)
  if (upper === null) return
  const at = stage.at(on, 9, 600)
  const [letter] = await carryLetters(stage, { from: stage.agency, to: upper, at })
  if (letter === undefined || (until !== 'accepted' && until !== 'returned')) return
  const decidedAt = stage.at(on, 12, 600)
  const reviewer = await stage.as('legal-reviewer', decidedAt, upper)
  const said =
    until === 'accepted'
      ? { opinion: '符合规定，予以备案。（演示）' }
      : { opinion: opinion ?? '', correctBy: dayAfter(on, 40) }
  const verb = until === 'accepted' ? 'accept' : 'return'
  must(await actOnFiling(reviewer, letter, verb, said), `${verb} filing`)
  await carryLetters(stage, { from: upper, to: stage.agency, at: decidedAt })
}

/** Cleans up the documents in force (清理), one to be amended; then ends what has run out. */
export async function playCleanup(
  stage: Stage,
  { on, title, isDecided }: NonNullable<AgencyScript['cleanup']>,
): Promise<void> {
  const at = stage.at(on, 0, 600)
  const head = await stage.as('head', at)
  const { id, rows } = must(await openCleanup(head, { title }), 'cleanup')
  const proposals = rows.map(({ documentId }, index) => ({
    document: documentId,
    decision: index === 0 ? 'amend' : 'keep',
    reason: index === 0 ? '办理时限与现行规定不一致，列入修改计划。（演示）' : '继续适用。（演示）',
  }))
  must(await proposeCleanup(head, id, { rows: proposals }), 'propose')
  if (!isDecided) return
  must(await decideCleanup(await stage.as('head', stage.at(on, 5, 600)), id, {}), 'decide')
}

/** Ends the force of what has run out (自动失效). */
export async function endExpired(stage: Stage): Promise<void> {
  must(await expireNorms(await stage.system(stage.region.now)), 'expire')
}

async function parentOf(stage: Stage): Promise<string | null> {
  return (await stage.system(stage.region.now)).agency.parentId
}

function dayAfter(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
