import { reviewChecks } from '../../src/domain/item/review.ts'
import type { Role } from '../../src/domain/shared/actor.ts'
import { fileMatter } from '../../src/usecases/catalog/file-matter.ts'
import { recordChannel } from '../../src/usecases/channel/record.ts'
import { answerConsultation } from '../../src/usecases/consultation/answer.ts'
import { actOnItem } from '../../src/usecases/item/act-on-item.ts'
import { attachFile } from '../../src/usecases/item/attach-file.ts'
import { draftItem } from '../../src/usecases/item/draft-item.ts'
import { editItem } from '../../src/usecases/item/edit-item.ts'
import { makeFile } from './make-file.ts'
import type { ItemScript } from './play-script.ts'
import { carryLetters, must, type Stage, withRefs } from './stage.ts'

const opinion = '已按审查要点逐项核对，未发现不宜公开的内容。（演示）'
/** Working days after the draft on which an item goes out. */
const publishedAfter = 2

/**
 * Plays one item as the agency's people would (起草、送审、初审、终审、发布), each step by another
 * person; answers its id. An item that an interrupted filling began is left as it stands.
 */
export async function playItem(stage: Stage, script: ItemScript): Promise<string> {
  const { on, until, ref } = script
  const writer = await stage.as('information-officer', stage.at(on, 0, 540))
  const raw = withRefs(stage, script.said)
  const drawn = must(await draftItem(writer, raw, `demonstration-${ref}`), `draft ${ref}`)
  const { id } = drawn
  stage.refs.set(ref, id)
  if (drawn.version > 1) return id
  for (const file of script.files) {
    const made = { name: file.name, bytes: await makeFile(file, drawn) }
    must(await attachFile(writer, id, made), `file of ${ref}`)
  }
  if (until === 'draft') return id
  await reviewItem(stage, id, script, on)
  if (until === 'held') await act(stage, id, 'head', stage.at(on, 1, 990), 'hold', {})
  if (until === 'scheduled') {
    await act(stage, id, 'head', stage.at(on, 1, 990), 'schedule', script.release)
  }
  if (until !== 'published') return id
  await act(stage, id, 'head', stage.at(on, publishedAfter, 550), 'publish', script.release)
  await afterwards(stage, id, script)
  return id
}

/** Submits and reviews an item as far as its script goes. */
async function reviewItem(
  stage: Stage,
  id: string,
  { until, reason, override, asked, ref }: Omit<ItemScript, 'on'>,
  on: string,
): Promise<void> {
  const name = stage.agency + ref
  const approval = { opinion, checks: [...reviewChecks] }
  const overriding = override === undefined ? {} : { override: { reason: override } }
  await act(stage, id, 'information-officer', stage.at(on, 0, 600), 'submit', {})
  for (const one of asked) await consult(stage, one, stage.at(on, 0, 660))
  if (until === 'first-review') return
  await act(stage, id, 'first-reviewer', stage.at(on, 0, 900), 'approve', approval)
  if (until === 'final-review') return
  if (until === 'returned') {
    const back = { opinion: reason ?? name }
    await act(stage, id, 'final-reviewer', stage.at(on, 1, 600), 'return', back)
    return
  }
  const final = { ...approval, ...overriding }
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
