import { publishGuide } from '../../src/usecases/catalog/publish-guide.ts'
import { saveCard } from '../../src/usecases/catalog/save-card.ts'
import { saveRule } from '../../src/usecases/catalog/save-rule.ts'
import { actOnClarification } from '../../src/usecases/clarification/act.ts'
import { draftClarification } from '../../src/usecases/clarification/draft.ts'
import { actOnTopic } from '../../src/usecases/topic/act.ts'
import { proposeTopic } from '../../src/usecases/topic/propose.ts'
import { receiveTopic } from '../../src/usecases/topic/receive.ts'
import { secondTopic } from '../../src/usecases/topic/second.ts'
import { begunAs, topicAs } from './begun.ts'
import type { AgencyScript, RecordScript } from './play-script.ts'
import { must, type Stage, withRefs } from './stage.ts'

const times = [570, 640, 900, 960]

/** Plays a clarification (澄清): one writes, another checks. One that was begun is left as it stands. */
export async function playClarification(stage: Stage, script: RecordScript): Promise<void> {
  const writer = await stage.as('information-officer', stage.at(script.on, 0, 540))
  const raw = withRefs(stage, script.said)
  if ((await begunAs(stage, 'clarification', script.said['claim'])) !== null) return
  const { id } = must(await draftClarification(writer, raw), 'draft clarification')
  for (const [at, { as, action, said }] of script.steps.entries()) {
    const ctx = await stage.as(as, stage.at(script.on, at, times[at] ?? 960))
    must(await actOnClarification(ctx, id, action, withRefs(stage, said)), action)
  }
}

/** Plays a topic (点题公开), from a citizen or proposed at the desk, and who seconds it. */
export async function playTopic(stage: Stage, script: RecordScript): Promise<void> {
  const called = [script, ...script.steps].flatMap(({ said }) => [said['title'], said['subject']])
  const begun = await topicAs(stage, ...called.filter((one) => one !== undefined))
  const id = begun ?? (await beginTopic(stage, script))
  stage.refs.set(script.ref, id)
  if (begun !== null) return
  for (const [at, { as, action, said }] of script.steps.entries()) {
    const now = stage.at(script.on, at + 1, times[at] ?? 960)
    const ctx = await stage.as(as, now)
    must(await actOnTopic(ctx, id, action, withRefs(stage, said)), action)
    if (at > 0) continue
    for (let one = 0; one < script.seconds; one += 1) {
      const citizen = { ...(await stage.system(now + 60_000)), actor: { type: 'public' } as const }
      must(await secondTopic(citizen, id, `demonstration-${String(one)}`), 'second')
    }
  }
}

async function beginTopic(stage: Stage, { from, on, said }: RecordScript): Promise<string> {
  const at = stage.at(on, 0, 540)
  const officer = await stage.as('information-officer', at)
  if (from === 'desk') return must(await proposeTopic(officer, said), 'propose').id
  const citizen = { ...officer, actor: { type: 'public' } as const }
  const raw = { raw: said, idempotencyKey: null, clientKey: null }
  must(await receiveTopic(citizen, raw), 'receive topic')
  const found = await topicAs(stage, said['subject'])
  if (found === null) throw new Error('the topic did not arrive')
  return found
}

/** Fills the register of people, offices and rules, and publishes the second version of the guide. */
export async function playRegisters(
  stage: Stage,
  { cards, rules, guide }: AgencyScript,
): Promise<void> {
  const officer = await stage.as('information-officer', stage.region.now)
  for (const card of cards) {
    if ((await begunAs(stage, 'card', card['name'])) !== null) continue
    must(await saveCard(officer, null, card), 'card')
  }
  for (const rule of rules) {
    if ((await begunAs(stage, 'rule', rule['title'])) !== null) continue
    must(await saveRule(officer, null, rule), 'rule')
  }
  if (guide === undefined || (await begunAs(stage, 'guide', guide['note'])) !== null) return
  must(await publishGuide(officer, guide), 'guide')
}
