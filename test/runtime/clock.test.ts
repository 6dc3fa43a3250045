import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { lastNight, startClock } from '../../scripts/runtime/clock.ts'

let data: string
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'yangguang-clock-'))
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  rmSync(data, { recursive: true })
})

test.each([
  ['2026-03-02T02:29:00+08:00', '2026-03-01T02:30:00+08:00'],
  ['2026-03-02T02:30:00+08:00', '2026-03-02T02:30:00+08:00'],
  ['2026-03-02T23:00:00+08:00', '2026-03-02T02:30:00+08:00'],
])('at %s the latest night is %s', (now, night) => {
  expect(lastNight(Date.parse(now))).toBe(Date.parse(night))
})

test('a night that the machine slept through is made good once (failure mode: cron late or missing)', async () => {
  vi.setSystemTime(Date.parse('2026-03-02T09:00:00+08:00'))
  const ticks: string[] = []
  const runtime = {
    async tick(cron: string): Promise<void> {
      ticks.push(cron)
    },
  }
  const nights = (): number => ticks.filter((cron) => cron === '30 18 * * *').length
  const first = startClock(runtime, data)
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(nights()).toBe(1)
  first.stop()
  const again = startClock(runtime, data)
  await vi.advanceTimersByTimeAsync(10 * 60_000)
  expect(nights()).toBe(1)
  await vi.advanceTimersByTimeAsync(24 * 3_600_000)
  expect(nights()).toBe(2)
  again.stop()
})
