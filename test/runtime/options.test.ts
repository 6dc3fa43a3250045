import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readStartOptions } from '../../scripts/runtime/options.ts'

test('without options the demonstration is served on port 8787 (contract: command line)', () => {
  expect(readStartOptions([])).toEqual({
    port: 8787,
    data: resolve('.yangguang'),
    demo: 'full',
    limits: true,
    hosts: 'local',
    'trusted-proxy': null,
  })
  expect(readStartOptions(['--help'])).toBe('help')
})

test('security 52: a deployment in earnest has no accounts of the demonstration', () => {
  expect(readStartOptions(['--demo', 'off'])).toMatchObject({ demo: 'off' })
})

test.each([
  ['--port', '0'],
  ['--port', '70000'],
  ['--port', '80a'],
  ['--demo', 'half'],
  ['--limits', 'maybe'],
  ['--hosts', 'all'],
  ['--trusted-proxy', 'localhost'],
  ['--nothing', 'x'],
])('%s %s is refused in words', (...args) => {
  expect(readStartOptions(args)).toHaveProperty('fault')
})
