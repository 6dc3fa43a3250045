import { receiptLawSince } from '../deadline-rules.data.ts'
import type { LocalDate } from '../../time/local-date.ts'

/** The law by which an application is answered (适用的条例): of 2008, or as revised in 2019. */
export const rulePacks = ['law-2008', 'law-2019'] as const
export type RulePack = (typeof rulePacks)[number]

/** The rule pack of an application by its receipt day (收到日). */
export function rulePackOf(receivedOn: LocalDate): RulePack {
  return receivedOn < receiptLawSince ? 'law-2008' : 'law-2019'
}
