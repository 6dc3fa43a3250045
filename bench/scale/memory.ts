import { existsSync, readFileSync } from 'node:fs'
import { childProcesses } from '../../scripts/runtime/folder-lock.ts'

/** The most memory (MB) that this process and the runtime have held so far; 0 without /proc. */
export function peakMemory(): { own: number; runtime: number } {
  return {
    own: peakOf('self'),
    // The bundler is a child as well.
    runtime: childProcesses()
      .filter((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workerd'))
      .reduce((sum, pid) => sum + peakOf(String(pid)), 0),
  }
}

function peakOf(pid: string): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return 0
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(file, 'utf8'))?.[1]
  return Math.round(Number(kilobytes ?? 0) / 1024)
}
