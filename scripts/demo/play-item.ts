import { reviewChecks } from '../../src/domain/item/review.ts'
import type { Role } from '../../src/domain/shared/actor.ts'
import { fileMatter } from '../../src/usecases/catalog/file-matter.ts'
import { recordChannel } from '../../src/usecases/channel/record.ts'
import { answerConsultation } from '../../src/usecases/consultation/answer.ts'
import { actOnItem } from '../../src/usecases/item/act-on-item.ts'
import { attachFile } from '../../src/usecases/item/files/attach-file.ts'
import { draftItem } from '../../src/usecases/item/draft-item.ts'
import { editItem } from '../../src/usecases/item/edit-item.ts'
import type { DeskItem } from '../../src/usecases/item/show-desk-item.ts'
import { makeFile } from './make-file.ts'
import type { ItemScript } from './play-script.ts'
import { carryLetters, must, type Stage, withRefs } from './stage.ts'

const opinion = '已按审查要点逐项核对，未发现不宜公开的内容。（演示）'
/** Working days after the draft on which an item goes out. */
const publishedAfter = 2

/** States on the way to publication, in order: a filling that was interrupted goes on from there. */
const way = ['draft', 'first-review', 'final-review', 'approved', 'published']

/**
 * Plays one item as the agency's people would (起草、送审、初审、终审、发布), each step by another
 * person; answers its id. What an interrupted filling has done already is not done again.
 */
export async function playItem(stage: Stage, script: ItemScript): Promise<string> {
  const drawn = await drawItem(stage, script)
  await releaseItem(stage, drawn, script)
  return drawn.id
}

/** Draws up an item with its files (起草), or finds the one that was drawn up before. */
export async function drawItem(stage: Stage, script: ItemScript): Promise<DeskItem> {
  const { on, ref } = script
  const writer = await stage.as('information-officer', stage.at(on, 0, 540))
  const raw = withRefs(stage, script.said)
  const drawn = must(await draftItem(writer, raw, `demonstration-${ref}`), `draft ${ref}`)
  const { id } = drawn
  stage.refs.set(ref, id)
  if (drawn.state !== 'draft') return drawn
  for (const file of script.files) {
    if (drawn.attachments.some(({ name }) => name === file.name)) continue
    const made = { name: file.name, bytes: await makeFile(file, drawn) }
    must(await attachFile(writer, id, made), `file of ${ref}`)
  }
  return drawn
}

/** Brings a drawn item through its reviews to the public, as far as its script goes (审查、发布). */
export async function releaseItem(
  stage: Stage,
  { id, state, remark }: Pick<DeskItem, 'id' | 'state' | 'remark'>,
  script: ItemScript,
): Promise<void> {
  const { on, until } = script
  const isReturned = until === 'returned' && remark !== null
  if (until === 'draft' || isReturned || !way.includes(state) || state === 'published') return
  await reviewItem(stage, id, script, on, state)
  if (until === 'held') await act(stage, id, 'head', stage.at(on, 1, 990), 'hold', {})
  if (until === 'scheduled') {
    await act(stage, id, 'head', stage.at(on, 1, 990), 'schedule', script.release)
  }
  if (until !== 'published') return
  await act(stage, id, 'head', stage.at(on, publishedAfter, 550), 'publish', script.release)
  await afterwards(stage, id, script)
}

/** Submits and reviews an item as far as its script goes, from where it stands. */
async function reviewItem(
  stage: Stage,
  id: string,
  { until, reason, override, asked, ref }: Omit<ItemScript, 'on'>,
  on: string,
  state = 'draft',
): Promise<void> {
  const isBefore = (step: string): boolean => way.indexOf(state) < way.indexOf(step)
  const name = stage.agency + ref
  const approval = { opinion, checks: [...reviewChecks] }
  const overriding = override === undefined ? {} : { override: { reason: override } }
  if (isBefore('first-review')) {
    await act(stage, id, 'information-officer', stage.at(on, 0, 600), 'submit', {})
  }
  for (const one of asked) await consult(stage, one, stage.at(on, 0, 660))
  if (until === 'first-review') return
  if (isBefore('final-review')) {
    await act(stage, id, 'first-reviewer', stage.at(on, 0, 900), 'approve', approval)
  }
  if (until === 'final-review') return
  if (until === 'returned') {
    const back = { opinion: reason ?? name }
    await act(stage, id, 'final-reviewer', stage.at(on, 1, 600), 'return', back)
    return
  }
  const final = { ...approval, ...overriding }
  if (!isBefore('approved')) return
  await act(stage, id, 'final-reviewer', stage.at(on, 1, 960), 'approve', final)
}

async function consult(
  stage: Stage,
  { agency, answer }: ItemScript['asked'][number],
  at: number,
): Promise<void> {
  const [letter] = await carryLetters(stage, { from: stage.agency, to: agency, at })
  if (letter === undefined || answer === undefined) return
  const officer = await stage.as('head', at + 60_000, agency)
  must(await answerConsultation(officer, letter, answer), 'answer')
  await carryLetters(stage, { from: agency, to: stage.agency, at: at + 120_000 })
}

/** What follows a publication: matters, carriers, later editions and endings. */
async function afterwards(stage: Stage, id: string, script: ItemScript): Promise<void> {
  const at = stage.at(script.on, publishedAfter, 600)
  const officer = await stage.as('information-officer', at)
  if (script.matters.length > 0) {
    must(await fileMatter(officer, id, { matters: script.matters }), 'file matter')
  }
  for (const channel of script.channels) {
    must(
      await recordChannel(await stage.as('information-officer', stage.region.now), id, channel),
      'channel',
    )
  }
  for (const { on, action, said, release } of script.later) {
    if (action !== 'edit') {
      await act(stage, id, 'head', stage.at(on, 0, 960), action, withRefs(stage, said))
      continue
    }
    const writer = await stage.as('information-officer', stage.at(on, 0, 540))
    must(await editItem(writer, id, said), 'edit')
    if (!release) continue
    await reviewItem(stage, id, { ...script, asked: [] }, on)
    await act(stage, id, 'head', stage.at(on, publishedAfter, 550), 'publish', {})
  }
}

async function act(
  stage: Stage,
  id: string,
  role: Role,
  at: number,
  action: string,
  raw: unknown,
): Promise<void> {
  const ctx = await stage.as(role, at)
  must(await actOnItem(ctx, { ...stage.region, now: at }, id, action, raw), `${action} ${id}`)
}
