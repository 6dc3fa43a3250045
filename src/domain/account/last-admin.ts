import type { Role } from '../shared/actor.ts'

/** Whether somebody administers the system now (系统管理). */
export type Post = { active: boolean; roles: readonly Role[] }

/** Says whether a change takes an administrator away (系统管理员减少): by a role or by leaving. */
export function losesAdmin(before: Post, after: Post): boolean {
  return administers(before) && !administers(after)
}

/** Says whether somebody may administer the system now (在用的系统管理员). */
export function administers({ active, roles }: Post): boolean {
  return active && roles.includes('admin')
}
