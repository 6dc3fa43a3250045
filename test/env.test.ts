import { expect, test } from 'vitest'
import { parseEnv } from '../src/env.ts'
import { builtInScanner } from '../src/usecases/scanner.ts'

const bindings = {
  REGION: { prepare: () => null },
  FILES: { put: () => null },
  WORK: { send: () => null },
  CROWD: { send: () => null },
  ASSETS: { fetch: () => null },
  MASTER_KEY: btoa('m'.repeat(32)),
  SESSION_KEY: 's'.repeat(43),
}

test('security 44: the scanner is the bound service, or the built-in one; anything else is named', () => {
  const plain = parseEnv(bindings)
  expect(plain.ok && plain.config.scanner).toBe(builtInScanner)
  const bound = parseEnv({ ...bindings, SCANNER: { fetch: () => null } })
  expect(bound.ok && bound.config.scanner.isRemote).toBe(true)
  expect(parseEnv({ ...bindings, SCANNER: 'http://scanner' })).toMatchObject({
    ok: false,
    faults: ['绑定 SCANNER 应为服务绑定'],
  })
})

test('security 68: a session key has 256 bits in ASCII, and one more stands beside it while it changes', () => {
  const [old, young] = ['o'.repeat(43), 'y'.repeat(43)]
  const keysOf = (SESSION_KEY: unknown): unknown => {
    const parsed = parseEnv({ ...bindings, SESSION_KEY })
    return parsed.ok ? parsed.config.sessionKeys : parsed.faults
  }
  expect(keysOf(old)).toEqual([old])
  expect(keysOf(`${young} ${old}`)).toEqual([young, old])
  const refused = ['SESSION_KEY 应为 43 个以上的可见 ASCII 字符，更换时可以用空格并列新旧两个']
  const bad = [
    undefined,
    '',
    old.slice(1),
    `${young} ${old.slice(1)}`,
    `${young}  ${old}`,
    ` ${old}`,
    `${old} `,
    `${old} ${young} ${old}`,
    `${young}\n${old}`,
    `${old}密`,
    43,
  ]
  for (const key of bad) expect(keysOf(key)).toEqual(refused)
})

test('security 68: a master key has 256 bits', () => {
  for (const key of [undefined, '', btoa('m'.repeat(31)), '***']) {
    expect(parseEnv({ ...bindings, MASTER_KEY: key })).toMatchObject({
      ok: false,
      faults: ['MASTER_KEY 应为 32 字节以上的 base64'],
    })
  }
})
