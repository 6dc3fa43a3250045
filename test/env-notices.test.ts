import { expect, test } from 'vitest'
import { parseEnv } from '../src/env.ts'
import { agencies } from './support/agencies.ts'

const bindings = {
  REGION: { prepare: () => null },
  FILES: { put: () => null },
  WORK: { send: () => null },
  CROWD: { send: () => null },
  ASSETS: { fetch: () => null },
  MASTER_KEY: btoa('m'.repeat(32)),
  SESSION_KEY: 's'.repeat(43),
}
const key = (letter: string): string => `whsec_${btoa(letter.repeat(32))}`

function agency(slug: string, notices: { webhook?: string; email?: string }) {
  const [first] = agencies
  if (first === undefined) throw new Error('no agency')
  return { slug, settings: { ...first.settings, notices } }
}

function faultsOf(env: Record<string, unknown>, ...asked: ReturnType<typeof agency>[]): string[] {
  const parsed = parseEnv({ ...bindings, ...env }, asked)
  return parsed.ok ? [] : parsed.faults
}

test('notices are off by default: agencies without them need neither key nor binding', () => {
  const parsed = parseEnv(bindings, agencies)
  expect(parsed.ok && parsed.config.notices).toEqual({
    secrets: new Map(),
    email: null,
    privateHosts: [],
  })
})

test('a deployment whose manifests want notices that it cannot send does not start, and says why', () => {
  const webhook = 'https://sms.example.cn/in'
  expect(faultsOf({}, agency('a-b', { webhook }))).toEqual([
    '机关 a-b 开通了通知接口，缺少密钥 NOTICE_SECRET 或者 NOTICE_SECRET_A_B',
  ])
  expect(faultsOf({ NOTICE_SECRET: 'short' }, agency('a', { webhook }))[0]).toMatch(/whsec_/)
  expect(faultsOf({}, agency('a', { email: 'gk@a.cn' }))).toEqual([
    '机关 a 开通了邮件通知，缺少邮件发送绑定 EMAIL',
  ])
  expect(faultsOf({ EMAIL: 'x' })).toEqual(['绑定 EMAIL 应为邮件发送绑定'])
  const inside = { webhook: 'http://10.0.0.5:9000/in' }
  expect(faultsOf({ NOTICE_SECRET: key('k') }, agency('a', inside))).toEqual([
    '机关 a 的通知接口是内网地址，须由运维人员列入 NOTICE_PRIVATE_HOSTS',
  ])
  const allowed = { NOTICE_SECRET: key('k'), NOTICE_PRIVATE_HOSTS: '10.0.0.5:9000' }
  expect(faultsOf(allowed, agency('a', inside))).toEqual([])
  expect(faultsOf({ NOTICE_PRIVATE_HOSTS: 'http://x' })[0]).toMatch(/NOTICE_PRIVATE_HOSTS/)
})

test('an agency has a key of its own where there is one, and two while it changes', () => {
  const webhook = 'https://sms.example.cn/in'
  const parsed = parseEnv(
    { ...bindings, NOTICE_SECRET: key('k'), NOTICE_SECRET_B: `${key('n')} ${key('o')}` },
    [agency('a', { webhook }), agency('b', { webhook })],
  )
  if (!parsed.ok) throw new Error(parsed.faults.join())
  const letters = [...parsed.config.notices.secrets].map(([slug, keys]) => {
    const firsts = keys.map((bytes) => String.fromCodePoint(bytes[0] ?? 0))
    return `${slug}: ${firsts.join(' ')}`
  })
  expect(letters).toEqual(['a: k', 'b: n o'])
})
