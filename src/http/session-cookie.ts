import type { Agency } from '../domain/agency/agency.ts'

/** Name of an agency's session cookie (会话Cookie): bound to its host by the prefix, to the agency by the slug. */
export function sessionCookie(agency: Agency): string {
  return `__Host-yg-${agency.slug}`
}

/** Attributes with which every cookie of the house leaves. */
export const cookieAttributes = {
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'Lax',
} as const

/** Name of the cookie that holds the secret of a link while a password is set by it (设密码链接). */
export function linkCookie(agency: Agency): string {
  return `__Host-yg-link-${agency.slug}`
}
