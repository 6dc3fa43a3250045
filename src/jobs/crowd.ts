/** Messages that one agency sends within a window before the rest of them go another way. */
const fewEnough = 200
const windowMs = 10_000

type Window = { from: number; count: number; isCrowded: boolean }

/**
 * Notices which agencies send many messages (大量消息): more than two hundred within ten seconds, until ten
 * seconds pass with fewer. Remembered by each isolate for itself: it only chooses a queue.
 */
export function watchCrowds(): (tenant: string, now: number) => boolean {
  const windows = new Map<string, Window>()
  return function isCrowd(tenant, now) {
    const known = windows.get(tenant)
    const current = known === undefined ? { from: now, count: 0, isCrowded: false } : at(known, now)
    current.count += 1
    windows.set(tenant, current)
    return current.isCrowded || current.count > fewEnough
  }
}

/** The window that a moment falls into: after a crowded one the next is crowded from its beginning. */
function at(window: Window, now: number): Window {
  const age = now - window.from
  if (age < windowMs) return window
  const isCrowded = age < 2 * windowMs && window.count > fewEnough
  return { from: now, count: 0, isCrowded }
}
