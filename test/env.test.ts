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
