/** Roles of staff (角色); a small agency gives several to one person. */
export const roles = [
  'information-officer',
  'registrar',
  'handler',
  'head',
  'legal-reviewer',
  'first-reviewer',
  'final-reviewer',
  'statistician',
  'viewer',
  'admin',
] as const

/** 信息员, 受理, 承办, 负责人, 合法性审核, 初审, 终审, 统计, 查看, 系统管理. */
export type Role = (typeof roles)[number]

/** Tells a role from other words. */
export function isRole(word: string): word is Role {
  return roles.some((role) => role === word)
}

/** Who acts: the public, an applicant who showed receipt and secret, staff of this agency, or a job. */
export type Actor =
  | { type: 'public' }
  | { type: 'applicant'; receipt: string }
  | { type: 'staff'; id: string; name: string; roles: readonly Role[]; sessionId: string }
  | { type: 'system'; job: string }

/** The name under which an actor stands in the journal: never a personal name. */
export function actorName(actor: Actor): string {
  switch (actor.type) {
    case 'public':
      return 'public'
    case 'applicant':
      return 'applicant'
    case 'staff':
      return `staff:${actor.id}`
    case 'system':
      return `system:${actor.job}`
    default:
      return actor satisfies never
  }
}
