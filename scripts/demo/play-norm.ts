import type { Role } from '../../src/domain/shared/actor.ts'
import { type State, states } from '../../src/domain/norm/types.ts'
import { editItem } from '../../src/usecases/item/edit-item.ts'
import { actOnFiling } from '../../src/usecases/norm/act-on-filing.ts'
import { actOnNorm } from '../../src/usecases/norm/act-on-norm.ts'
import { decideCleanup } from '../../src/usecases/norm/decide-cleanup.ts'
import { draftNorm } from '../../src/usecases/norm/draft-norm.ts'
import { enterNorm } from '../../src/usecases/norm/enter-norm.ts'
import { expireNorms } from '../../src/usecases/norm/expire-norms.ts'
import { openCleanup } from '../../src/usecases/norm/open-cleanup.ts'
import { proposeCleanup } from '../../src/usecases/norm/propose-cleanup.ts'
import { showCleanup } from '../../src/usecases/norm/show-cleanup.ts'
import { showFiling } from '../../src/usecases/norm/show-filing.ts'
import { showNorm, type NormView } from '../../src/usecases/norm/show-norm.ts'
import { begunAs } from './begun.ts'
import { drawItem, playItem, releaseItem } from './play-item.ts'
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
 * Plays a normative document (起草、合法性审核、登记编号、公布、备案) and the item that holds its text,
 * which gets the unified number; the upper agency answers as the script says. A document of that
 * title is the one that an interrupted filling began: it goes on from where it stands.
 */
export async function playNorm(stage: Stage, script: ItemScript, norm: NormScript): Promise<void> {
  const { on } = script
  const title = String(script.said['title'])
  const said = { ...norm.said, title }
  const known = await begunAs(stage, 'norm', title)
  if (norm.until === 'entered') {
    const entered = await playItem(stage, script)
    const officer = await stage.as('information-officer', stage.region.now)
    if (known === null) must(await enterNorm(officer, { ...said, item: entered }), 'enter')
    return
  }
  const item = await drawItem(stage, script)
  const begun = await stage.as('information-officer', stage.at(on, 0, 480))
  const drawn = known === null ? await draftNorm(begun, said) : await showNorm(begun, known)
  const standing = must(drawn, `draft ${title}`)
  if (norm.until === 'sent-back' && standing.opinion !== null) return
  const step = stepper(stage, on, standing)
  const number = await makeNorm(step, norm, item.id)
  if (number === null || !reaches(norm, 'published')) return
  if (item.docNumber !== number && item.state === 'draft') {
    const writer = await stage.as('information-officer', stage.at(on, 4, 500))
    must(await editItem(writer, item.id, { docNumber: number }), `number of ${title}`)
  }
  await releaseItem(stage, item, { ...script, on: dayAfter(on, 4) })
  await step('published', 'information-officer', 'publish', { item: item.id }, 7)
  if (reaches(norm, 'filed')) await fileUpward(stage, step, norm, on)
}

/** Files a published document upward (报备), as far as the script goes. */
async function fileUpward(stage: Stage, step: Step, norm: NormScript, on: string): Promise<void> {
  const { filingLetter } = await step('filed', 'legal-reviewer', 'file', {}, 8)
  await settle(stage, norm, on, filingLetter)
  if (norm.until === 'accepted' && (await parentOf(stage)) === null) {
    await step('accepted', 'legal-reviewer', 'note-acceptance', {}, 12)
  }
}

/** Takes a step unless the document has reached its state before; answers the document. */
type Step = (
  to: State,
  role: Role,
  action: string,
  raw: Record<string, unknown>,
  days: number,
) => Promise<NormView>

function stepper(stage: Stage, on: string, begun: NormView): Step {
  let norm = begun
  return async (to, role, action, raw, days) => {
    if (states.indexOf(norm.state) >= states.indexOf(to)) return norm
    const ctx = await stage.as(role, stage.at(on, days, 1000 + days))
    norm = must(await actOnNorm(ctx, norm.id, action, raw), `${action} ${norm.title}`)
    return norm
  }
}

/** Draft, legality review and registration, as far as the script goes; answers the number it got. */
async function makeNorm(step: Step, norm: NormScript, item: string): Promise<string | null> {
  if (!reaches(norm, 'under-review')) return null
  await step('under-review', 'information-officer', 'submit', { item }, 0)
  if (norm.until === 'sent-back') {
    await step('reviewed', 'legal-reviewer', 'send-back', { opinion: norm.opinion ?? passed }, 2)
    return null
  }
  if (!reaches(norm, 'reviewed')) return null
  await step('reviewed', 'legal-reviewer', 'pass', { opinion: passed }, 2)
  return reaches(norm, 'registered')
    ? (await step('registered', 'head', 'register', {}, 3)).number
    : null
}

function reaches({ until }: NormScript, state: NormScript['until']): boolean {
  const reach = order.indexOf(until)
  return reach === -1 || reach >= order.indexOf(state)
}

/** Brings the filing to the upper agency, which answers it if the script says so, once. */
async function settle(
  stage: Stage,
  { until, opinion }: NormScript,
  on: string,
  letter: string | null,
): Promise<void> {
  const upper = await parentOf(stage)
  if (upper === null || letter === null) return
  await carryLetters(stage, { from: stage.agency, to: upper, at: stage.at(on, 9, 600) })
  if (until !== 'accepted' && until !== 'returned') return
  const decidedAt = stage.at(on, 12, 600)
  const reviewer = await stage.as('legal-reviewer', decidedAt, upper)
  const said =
    until === 'accepted'
      ? { opinion: '符合规定，予以备案。（演示）' }
      : { opinion: opinion ?? '', correctBy: dayAfter(on, 40) }
  const verb = until === 'accepted' ? 'accept' : 'return'
  const filing = must(await showFiling(reviewer, letter), 'filing')
  if (filing.state === 'open') {
    must(await actOnFiling(reviewer, letter, verb, said), `${verb} filing`)
  }
  await carryLetters(stage, { from: upper, to: stage.agency, at: decidedAt })
}

/** Cleans up the documents in force (清理), one to be amended; then ends what has run out. */
export async function playCleanup(
  stage: Stage,
  { on, title, isDecided }: NonNullable<AgencyScript['cleanup']>,
): Promise<void> {
  const at = stage.at(on, 0, 600)
  const head = await stage.as('head', at)
  const begun = await begunAs(stage, 'cleanup', title)
  const cleanup =
    begun === null ? await openCleanup(head, { title }) : await showCleanup(head, begun)
  const { id, rows, state } = must(cleanup, 'cleanup')
  if (state !== 'open') return
  const proposals = rows.map(({ documentId }, index) => ({
    document: documentId,
    decision: index === 0 ? 'amend' : 'keep',
    reason: index === 0 ? '办理时限与现行规定不一致，列入修改计划。（演示）' : '继续适用。（演示）',
  }))
  if (rows.every(({ decision }) => decision === null)) {
    must(await proposeCleanup(head, id, { rows: proposals }), 'propose')
  }
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
