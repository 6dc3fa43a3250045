import * as z from 'zod'
import {
  type IdentityField,
  identityFields,
} from '../../../domain/application/personal-data/fields.data.ts'
import type { Keyring } from '../../../store/keyring.ts'
import type { CorrectionRow } from '../../../store/tenant/application/personal-data.ts'

/** What a correction asks for, opened: the new values, and why. */
export type Wanted = { values: Partial<Record<IdentityField, string>>; reason: string }

const shape = z.strictObject({
  values: z.partialRecord(z.enum(identityFields), z.string()),
  reason: z.string(),
})

/** Seals what a correction asks for (更正申请的内容). */
export async function sealWanted(keys: Keyring, id: string, wanted: Wanted): Promise<string> {
  return keys.seal(`correction|${id}`, JSON.stringify(wanted))
}

/** Opens what a correction asks for; null once it is decided. */
export async function openWanted(
  keys: Keyring,
  { id, sealed }: Pick<CorrectionRow, 'id' | 'sealed'>,
): Promise<Wanted | null> {
  return sealed === null
    ? null
    : shape.parse(JSON.parse(await keys.open(`correction|${id}`, sealed)))
}

/** Seals the answer to a correction (不予更正的理由). */
export async function sealAnswer(keys: Keyring, id: string, answer: string): Promise<string> {
  return keys.seal(`correction.answer|${id}`, answer)
}

/** Opens the answer to a correction, or null. */
export async function openAnswer(
  keys: Keyring,
  { id, answer_sealed: sealed }: Pick<CorrectionRow, 'id' | 'answer_sealed'>,
): Promise<string | null> {
  return sealed === null ? null : keys.open(`correction.answer|${id}`, sealed)
}
