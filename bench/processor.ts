import { existsSync, readFileSync } from 'node:fs'
import { childProcesses } from '../scripts/runtime/folder-lock.ts'

/** Clock ticks of the kernel per second; every Linux that runs this has 100. */
const ticksPerSecond = 100

/** Milliseconds of processor time (user and system) that the runtime's processes have used, or null without /proc. */
export function processorTime(): number | null {
  if (!existsSync('/proc/self/stat')) return null
  let ticks = 0
  for (const pid of childProcesses()) {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    ticks += Number(fields[11] ?? 0) + Number(fields[12] ?? 0)
  }
  return (ticks * 1000) / ticksPerSecond
}
