import { endExpired, playCleanup, playNorm } from './play-norm.ts'
import { playItem } from './play-item.ts'
import { playClarification, playRegisters, playTopic } from './play-records.ts'
import { playCheck } from './play-checks.ts'
import { playPowers } from './play-powers.ts'
import type { AgencyScript } from './play-script.ts'
import { openStage, type Theatre } from './stage.ts'

/**
 * Plays what one agency publishes through the product's use cases, at the instants of its script and
 * by the people whose step it is; throws on any refusal, because facts and rules then differ.
 */
export async function playPublishing(theatre: Theatre, script: AgencyScript): Promise<void> {
  const stage = openStage(theatre, script.agency)
  await playRegisters(stage, script)
  for (const item of script.items) {
    if (item.norm === undefined) await playItem(stage, item)
    else await playNorm(stage, item, item.norm)
  }
  await endExpired(stage)
  if (script.cleanup !== undefined) await playCleanup(stage, script.cleanup)
  for (const clarification of script.clarifications) await playClarification(stage, clarification)
  for (const topic of script.topics) await playTopic(stage, topic)
  if (script.powers !== undefined) await playPowers(stage, script.powers)
  for (const check of script.checks) await playCheck(stage, check)
}
