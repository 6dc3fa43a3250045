import type { Transition } from '../shared/machine.ts'

/** 在用, 已停用. */
export type StaffState = 'active' | 'inactive'

/** What an administrator may do with an account. */
export const staffActions = [
  'make-link',
  'change-roles',
  'drop-factor',
  'deactivate',
  'activate',
] as const
/** 生成设密码链接, 调整岗位, 解除动态口令, 停用, 恢复. */
export type StaffAction = (typeof staffActions)[number]

const roles = ['admin', 'system'] as const
const law = 'GB/T 22239—2019 第8.1.4.2条'

/** What becomes of an account (人员账号流转表): nobody is deleted, because the history names them. */
export const staffLifecycle = [
  { from: 'active', action: 'make-link', to: 'active', roles, law },
  { from: 'active', action: 'change-roles', to: 'active', roles, law },
  { from: 'active', action: 'drop-factor', to: 'active', roles, law },
  { from: 'active', action: 'deactivate', to: 'inactive', roles, law },
  { from: 'inactive', action: 'activate', to: 'active', roles, law },
] as const satisfies readonly Transition<StaffState, StaffAction>[]
