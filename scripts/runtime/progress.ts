import type { CallProgress } from './operator-client.ts'

/** A progress line on the terminal: redrawn in place there, one line per tenth elsewhere. */
export type Progress = { step(done?: number): void; end(note?: string): void }

/** Starts a progress line for `total` steps. */
export function progress(label: string, total: number): Progress {
  const started = performance.now()
  let done = 0
  let shown = -1
  const draw = (): void => {
    const tenth = Math.floor((done / Math.max(1, total)) * (process.stderr.isTTY ? 100 : 4))
    if (tenth === shown) return
    shown = tenth
    const filled = Math.round((done / Math.max(1, total)) * 24)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`
    const line = `${label} ${bar} ${done}/${total}`
    process.stderr.write(process.stderr.isTTY ? `\r${line}` : `${line}\n`)
  }
  draw()
  return {
    step(count = 1) {
      done = Math.min(total, done + count)
      draw()
    },
    end(note = '') {
      const seconds = ((performance.now() - started) / 1000).toFixed(1)
      process.stderr.write(
        `${process.stderr.isTTY ? '\r' : ''}${label} 完成，用时 ${seconds} 秒${note}\n`,
      )
    },
  }
}

/** Runs `work` over items, a few at a time, with a progress line. */
export async function overAll<T>(
  label: string,
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const line = progress(label, items.length)
  const waiting = items.values()
  const one = async (): Promise<void> => {
    for (const item of waiting) {
      await work(item)
      line.step()
    }
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  line.end()
}

const stages = ['read', 'check', 'write']
const stageNames: Readonly<Record<string, string>> = {
  read: '读文件',
  check: '逐行核对',
  write: '一次写入',
}

/** A line for work that goes through stages; each stage that is reported is drawn as done. */
export function stageLine(): { show: (progress: CallProgress) => void; end: () => void } {
  return {
    show({ stage, total }) {
      const at = stages.indexOf(stage) + 1
      const filled = Math.round((at / stages.length) * 24)
      const bar = `${'█'.repeat(filled)}${'░'.repeat(24 - filled)}`
      const line = `${bar} ${stageNames[stage] ?? stage}完成，共 ${total} 行`
      process.stderr.write(process.stderr.isTTY ? `\r${line.padEnd(70)}` : `${line}\n`)
    },
    end() {
      if (process.stderr.isTTY) process.stderr.write('\n')
    },
  }
}
