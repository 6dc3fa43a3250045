import type { Role } from '../../src/domain/shared/actor.ts'

/** The people of every agency: one who does all the work, and the two who review it. */
export const people = {
  officer: ['information-officer', 'registrar', 'handler', 'head', 'statistician'],
  first: ['first-reviewer'],
  final: ['final-reviewer'],
} as const satisfies Record<string, readonly Role[]>

export type Post = keyof typeof people
