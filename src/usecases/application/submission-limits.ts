import type { ApplicationForm } from '../../domain/application/form.ts'
import type { Keyring } from '../../store/keyring.ts'
import type { Limit } from '../../store/tenant/throttle.ts'

const minute = 60_000
const day = 24 * 60 * minute

/**
 * How often one client, one telephone (or else one e-mail), and all together may apply to an agency
 * (提交频次限制). A contact may more than a client: one client alone cannot shut out somebody whose
 * number it knows.
 */
export async function submissionLimits(
  keys: Keyring,
  clientKey: string,
  { applicant: { phone, email } }: Pick<ApplicationForm, 'applicant'>,
): Promise<Limit[]> {
  const contact = phone ?? email
  const mac = contact === undefined ? null : await keys.mac('apply-contact', contact)
  const common: Limit[] = [
    ...(mac === null ? [] : [{ bucket: `apply/contact/${mac}`, limit: 60, windowMs: day }]),
    { bucket: 'apply/hour', limit: 300, windowMs: 60 * minute },
  ]
  // Clients whose address the edge does not tell share no bucket: one could shut out the others.
  if (clientKey === 'unknown') return common
  return [
    { bucket: `apply/10m/${clientKey}`, limit: 5, windowMs: 10 * minute },
    { bucket: `apply/day/${clientKey}`, limit: 30, windowMs: day },
    ...common,
  ]
}
