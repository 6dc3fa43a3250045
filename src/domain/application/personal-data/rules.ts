import type { DataBar } from '../../shared/refusal.ts'
import type { Personal, PersonalField } from '../personal.ts'
import type { State } from '../types.ts'
import { erasableFields, type ErasableField } from './fields.data.ts'

/** What the rights of an applicant over his data depend on: nothing of the data itself but what is there. */
export type DataCase = {
  state: State
  /** whether there is a record of service of the reply (送达回证) */
  isServed: boolean
  /** whether a reconsideration, suit or complaint waits (复议、诉讼、投诉未了) */
  isDisputed: boolean
  route: string | null
  personal: Personal
}

/** Why nothing of a case is corrected any more (不能更正的原因), or null: it is. */
export function correctionBar(state: State): DataBar | null {
  switch (state) {
    case 'destroyed':
      return 'case-destroyed'
    case 'archived':
      return 'case-archived'
    case 'transferring':
    case 'transferred':
      return 'case-moved'
    default:
      return null
  }
}

/**
 * Why a field is not erased when all of `fields` are asked for (不能删除的原因, 个人信息保护法第47条), or null:
 * contact data goes once the case has ended and the reply is served; before that only as long as
 * another way to reach the applicant stays (条例第29条) and the chosen route is not the one.
 */
export function erasureBar(
  subject: DataCase,
  field: PersonalField,
  fields: readonly ErasableField[],
): DataBar | null {
  const { state, isServed, isDisputed } = subject
  if (state === 'destroyed') return 'case-destroyed'
  if (!erasableFields.some((one) => one === field)) return 'data-kept'
  if (state === 'archived') return 'case-archived'
  if (state === 'transferring') return 'case-moved'
  if (isDisputed) return 'data-disputed'
  if (state === 'closed') return isServed ? null : 'data-not-served'
  const isOver = state === 'withdrawn' || state === 'abandoned' || state === 'transferred'
  return isOver || staysReachable(subject, fields) ? null : 'contact-needed'
}

function staysReachable({ route, personal }: DataCase, fields: readonly ErasableField[]): boolean {
  const stays = (field: ErasableField): boolean =>
    personal[field] !== undefined && !fields.includes(field)
  if (route === 'email' && !stays('applicant.email')) return false
  if (route === 'post' && !(stays('applicant.address') && stays('applicant.postcode'))) {
    return false
  }
  return stays('applicant.phone') || stays('applicant.email') || stays('applicant.address')
}
