import type { StaffAction } from '../domain/account/lifecycle.ts'

type Query = Readonly<Record<string, string | number | null | undefined>>

/* oxlint-disable typescript/explicit-module-boundary-types -- the object is its own type, read by name everywhere */
/** The addresses of accounts (人员账号) under an agency's prefix. */
export function accountPaths(at: (path: string, query?: Query) => string) {
  return {
    account: (query: Query = {}) => at('/desk/account', query),
    accountPassword: () => at('/desk/account/password'),
    accountSessions: () => at('/desk/account/sessions'),
    secondFactor: (act?: 'confirmation' | 'removal') =>
      at(`/desk/account/second-factor${act === undefined ? '' : `/${act}`}`),
    /** where a password is set by a link; the secret of the link goes along once */
    passwordLink: (link?: string) => at('/desk/password', { link }),
    staff: () => at('/desk/staff'),
    newStaff: () => at('/desk/staff/new'),
    person: (id: string, query: Query = {}) => at(one(id), query),
    personAct: (id: string, action: StaffAction) => at(`${one(id)}/actions/${action}`),
  }
}

function one(id: string): string {
  return `/desk/staff/${encodeURIComponent(id)}`
}
