import type { SheetAction } from './lifecycle.ts'

/** Who has which part in a sheet (评查表中的人员), by their ids. */
export type SheetPeople = {
  reviewer: string | null
  barred: readonly string[]
  handlers: readonly string[]
  isObjected: boolean
  isAnswered: boolean
}

/**
 * Says which steps of a sheet are this person's (可办步骤): the first who saves it becomes its reviewer, never one
 * who is barred; one who handled the case objects once; the reviewer answers.
 */
export function isOwnStep(sheet: SheetPeople, action: SheetAction, who: string): boolean {
  switch (action) {
    case 'save':
      return !sheet.barred.includes(who) && (sheet.reviewer === null || sheet.reviewer === who)
    case 'finish':
      return sheet.reviewer === who
    case 'object':
      return sheet.handlers.includes(who) && !sheet.isObjected
    case 'answer':
      return sheet.reviewer === who && sheet.isObjected && !sheet.isAnswered
    default:
      return action satisfies never
  }
}

/** Why a step of a sheet is not this person's (不能办理的原因): his own case, spent already, or another's. */
export function whyNotOwn(
  sheet: SheetPeople,
  action: SheetAction,
  who: string,
): 'same-person' | 'step-not-open' | 'forbidden' {
  if (sheet.barred.includes(who) && action !== 'object') return 'same-person'
  const isSpent =
    (action === 'finish' && sheet.reviewer === null) ||
    (action === 'object' && sheet.handlers.includes(who)) ||
    (action === 'answer' && sheet.reviewer === who)
  return isSpent ? 'step-not-open' : 'forbidden'
}
