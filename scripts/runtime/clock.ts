import type { Runtime } from './runtime.ts'

const minute = 60_000
const sweep = '*/10 * * * *'
const nightly = '30 18 * * *'

/**
 * Ticks the crons of wrangler.toml where no platform does: the sweep at once and every minute,
 * because the local queue forgets its messages when the process dies; the nightly job at 02:30.
 */
export function startClock(runtime: Pick<Runtime, 'tick'>): { stop(): void } {
  const tick = (cron: string): void => {
    runtime.tick(cron).catch(() => console.error('定时任务没有运行成功，下一次会再试。'))
  }
  tick(sweep)
  // Once more soon: what was submitted right before a crash is too young for the first sweep.
  const soon = setTimeout(() => tick(sweep), 25_000)
  const timer = setInterval(() => {
    tick(sweep)
    const now = new Date()
    if (now.getUTCHours() === 18 && now.getUTCMinutes() === 30) tick(nightly)
  }, minute)
  return {
    stop() {
      clearTimeout(soon)
      clearInterval(timer)
    },
  }
}
