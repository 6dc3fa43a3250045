/** What happens to accounts and their sessions (账号和会话): never a name, a password or a secret. */
export type AccountFact =
  | { kind: 'staff.created'; data: { roles: readonly string[] } }
  | { kind: 'staff.roles-changed'; data: { roles: readonly string[] } }
  | { kind: 'staff.deactivated'; data: Record<string, never> }
  | { kind: 'staff.activated'; data: Record<string, never> }
  /** one person less administers the system: counted apart, so that two cannot be the last at once */
  | { kind: 'staff.admin-left'; data: { staff: string } }
  | { kind: 'staff.link-made'; data: Record<string, never> }
  /** by a link */
  | { kind: 'staff.password-set'; data: Record<string, never> }
  /** by who knew the former one */
  | { kind: 'staff.password-changed'; data: Record<string, never> }
  | { kind: 'staff.sessions-ended'; data: Record<string, never> }
  /** the second factor */
  | { kind: 'staff.factor-on'; data: Record<string, never> }
  | { kind: 'staff.factor-off'; data: Record<string, never> }
  | { kind: 'session.opened'; data: { staff: string } }
  | { kind: 'session.closed'; data: { staff: string } }
