import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { roles, type Role } from '../../src/domain/shared/actor.ts'
import { registry } from '../../src/tenancy/registry.generated.ts'
import type { Operator } from '../runtime/operator-client.ts'
import { overAll } from '../runtime/progress.ts'

const accountSchema = z.object({
  origin: z.string(),
  agency: z.string(),
  username: z.string(),
  password: z.string(),
  role: z.enum(roles),
})

const made = z.array(z.object({ ok: z.literal(true) }))

type Account = z.infer<typeof accountSchema>

/** Agencies that get one account of every role. */
const fullyStaffed = ['suzhou', 'yongqiao', 'dangshan', 'czj', 'yq-czj', 'zhuxianzhuang', 'fuli']

const names: Readonly<Record<Role, string>> = {
  'information-officer': '信息员',
  registrar: '受理员',
  handler: '承办员',
  head: '负责人',
  'legal-reviewer': '法制员',
  'first-reviewer': '初审人',
  'final-reviewer': '终审人',
  statistician: '统计员',
  viewer: '查阅员',
  admin: '管理员',
}

/** Creates the demonstration accounts and writes them, passwords included, into the data folder. */
export async function createAccounts(
  operator: Operator,
  data: string,
  port: number,
): Promise<void> {
  const accounts = readAccounts(data) ?? draw(port)
  writeAccounts(data, accounts)
  const byAgency = Map.groupBy(accounts, ({ agency }) => agency)
  await overAll('建立账号', [...byAgency], 2, async ([agency, staff]) => {
    const people = staff.map(({ username, password, role }) => ({
      username,
      password,
      roles: [role],
      name: `演示${names[role]}`,
    }))
    made.parse(await operator(`/staff?agency=${agency}`, JSON.stringify(people)))
  })
}

/** Writes the accounts' addresses anew where the folder is served on another port than before. */
export function moveAccounts(data: string, port: number): void {
  const accounts = readAccounts(data) ?? []
  if (accounts.every(({ agency, origin }) => origin === originOf(agency, port))) return
  for (const account of accounts) account.origin = originOf(account.agency, port)
  writeAccounts(data, accounts)
}

function originOf(agency: string, port: number): string {
  return `http://${agency}.localhost:${port}`
}

function draw(port: number): Account[] {
  return fullyStaffed
    .filter((slug) => registry.some(({ agency }) => agency.slug === slug))
    .flatMap((agency) =>
      roles.map((role) => ({
        origin: originOf(agency, port),
        agency,
        username: role,
        password: drawPassword(),
        role,
      })),
    )
}

function drawPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789'
  const group = (): string =>
    Array.from({ length: 5 }, () => letters[randomInt(letters.length)]).join('')
  return [group(), group(), group()].join('-')
}

function writeAccounts(data: string, accounts: readonly Account[]): void {
  writeFileSync(accountFile(data), JSON.stringify(accounts, null, 2), { mode: 0o600 })
}

function readAccounts(data: string): Account[] | null {
  if (!existsSync(accountFile(data))) return null
  return z.array(accountSchema).parse(JSON.parse(readFileSync(accountFile(data), 'utf8')))
}

function accountFile(data: string): string {
  return join(data, 'demo-accounts.json')
}
