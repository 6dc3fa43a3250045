import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { moveAccounts } from '../../scripts/demo/accounts.ts'

test('demo-accounts.json names the port that is served now (contract: command line)', () => {
  const data = mkdtempSync(join(tmpdir(), 'accounts-'))
  const file = join(data, 'demo-accounts.json')
  const account = { agency: 'suzhou', username: 'head', password: 'x', role: 'head' }
  try {
    writeFileSync(file, JSON.stringify([{ origin: 'http://suzhou.localhost:8787', ...account }]))
    moveAccounts(data, 9001)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([
      { origin: 'http://suzhou.localhost:9001', ...account },
    ])
  } finally {
    rmSync(data, { recursive: true })
  }
})
