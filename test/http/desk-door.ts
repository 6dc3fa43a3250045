import type { Role } from '../../src/domain/shared/actor.ts'
import { createStaff } from '../../src/usecases/account/create-staff.ts'
import { registerApplication } from '../../src/usecases/application/register.ts'
import type { House } from '../support/house.ts'
import type { Door } from '../support/http.ts'

/** The password of every test account. */
export const password = '落霞与孤鹜齐飞 2026'

/** Takes on a member of staff of an agency; the user name is that of the first role unless given. */
export async function hire(
  house: House,
  agency: string,
  roles: readonly Role[],
  username = roles[0] ?? '',
): Promise<void> {
  const ctx = await house.ctx(agency, { type: 'system', job: 'test' })
  const made = await createStaff(ctx, { username, name: `试用${username}`, roles, password })
  if (!made.ok) throw new Error(made.refusal.code)
}

/** Logs in by the JSON face and answers the token. */
export async function tokenOf(door: Door, agency: string, username: string): Promise<string> {
  const { body, status } = await door.api(agency, '/session', { json: { username, password } })
  const token: unknown =
    typeof body === 'object' && body !== null && 'token' in body ? body.token : ''
  if (status !== 200 || typeof token !== 'string') throw new Error(`no session: ${status}`)
  return token
}

/** A browser without script: keeps cookies, follows nothing, sends Origin with its forms. */
export type Visitor = {
  get(path: string): Promise<Response>
  post(path: string, fields: Readonly<Record<string, string | File | File[]>>): Promise<Response>
  cookies: Map<string, string>
}

/** Opens such a browser at an agency. */
export function visit(door: Door, agency: string, address?: string): Visitor {
  const cookies = new Map<string, string>()
  const found = door.resolver.byId(agency)
  if (found === null) throw new Error(`no test agency ${agency}`)
  const { origin } = new URL(door.resolver.originOf(found))
  const send = async (
    path: string,
    init: { method?: string; body?: FormData } = {},
  ): Promise<Response> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await door.request(agency, path, {
      ...init,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(init.method === 'POST' ? { origin } : {}),
        ...(address === undefined ? {} : { 'cf-connecting-ip': address }),
      },
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (/max-age=0/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    return response
  }
  return {
    cookies,
    get: (path) => send(path),
    post: (path, fields) => send(path, { method: 'POST', body: formOf(fields) }),
  }
}

function formOf(fields: Readonly<Record<string, string | File | File[]>>): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of Array.isArray(value) ? value : [value]) form.append(name, one)
  }
  return form
}

/** Logs in by the log-in page. */
export async function logIn(door: Door, agency: string, username: string): Promise<Visitor> {
  const visitor = visit(door, agency)
  const response = await visitor.post('/desk/login', { username, password, next: '' })
  if (response.status !== 303) throw new Error(`no log-in: ${response.status}`)
  return visitor
}

/** A complete application of a citizen, as the form sends it. */
export const goodForm = {
  as: 'person',
  submission: 'submission-0001',
  'applicant.class': 'naturalPerson',
  'applicant.name': '买买提·吐尔逊',
  'applicant.idType': 'resident-id',
  'applicant.idNumber': '11010519491231002X',
  'applicant.phone': '13800001234',
  'request.subject': '2025 年河湾镇土地征收补偿安置方案',
  'request.description': '包括补偿标准\n和发放清单',
  'delivery.form': 'electronic',
  'delivery.route': 'online',
} as const

/** Applies by the form, lets the queue register it, and answers what the slip shows. */
export async function applyByForm(
  house: House,
  door: Door,
  agency: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<{ receipt: string; secret: string }> {
  const visitor = visit(door, agency)
  const sent = await visitor.post('/apply', { ...goodForm, ...fields })
  if (sent.status !== 303) throw new Error(`not taken: ${sent.status}`)
  const html = await (await visitor.get('/apply/received')).text()
  const receipt = /SQ-[0-9A-Z-]{23}/.exec(html)?.[0] ?? ''
  const secret = /<output>([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3})<\/output>/.exec(html)?.[1] ?? ''
  const ctx = await house.ctx(agency, { type: 'system', job: 'register' })
  const registered = await registerApplication(ctx, receipt)
  if (!registered.ok) throw new Error(registered.refusal.code)
  return { receipt, secret }
}

/** The text of a page as it is read: tags away, entities opened. */
export function readable(html: string): string {
  return html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
}
