import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Runtime } from './runtime.ts'

const minute = 60_000
const day = 24 * 60 * minute
const sweep = '*/10 * * * *'
const nightly = '30 18 * * *'
/** 02:30 in Asia/Shanghai, as ms after midnight UTC. */
const nightlyAt = 18 * 60 * minute + 30 * minute

/**
 * Ticks the crons of wrangler.toml where no platform does: the sweep at once and every minute,
 * because the local queue forgets its messages when the process dies; the nightly job at 02:30,
 * or as soon after it as the machine runs.
 */
export function startClock(runtime: Pick<Runtime, 'tick'>, data: string): { stop(): void } {
  const tick = async (cron: string): Promise<boolean> => {
    try {
      await runtime.tick(cron)
      return true
    } catch {
      console.error('定时任务没有运行成功，下一次会再试。')
      return false
    }
  }
  const night = async (): Promise<void> => {
    const due = lastNight(Date.now())
    if (readLastRun(data) < due && (await tick(nightly))) writeLastRun(data, due)
  }
  void tick(sweep)
  // Once more soon: what was submitted right before a crash is too young for the first sweep.
  const soon = setTimeout(() => void tick(sweep).then(night), 25_000)
  const timer = setInterval(() => void tick(sweep).then(night), minute)
  return {
    stop() {
      clearTimeout(soon)
      clearInterval(timer)
    },
  }
}

/** The latest moment not after `now` at which the nightly job is due (epoch ms). */
export function lastNight(now: number): number {
  const today = Math.floor(now / day) * day + nightlyAt
  return today <= now ? today : today - day
}

const file = (data: string): string => join(data, 'nightly.txt')

function readLastRun(data: string): number {
  return existsSync(file(data)) ? Number(readFileSync(file(data), 'utf8')) || 0 : 0
}

function writeLastRun(data: string, at: number): void {
  writeFileSync(file(data), String(at))
}
