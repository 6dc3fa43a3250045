import { readdirSync, readFileSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const schema = z.object({
  pid: z.number().int(),
  /** Processes of the runtime that the server started */
  children: z.array(z.number().int()),
  port: z.number().int(),
  /** Address and password of the operator's door, on this machine only */
  door: z.object({ port: z.number().int(), token: z.string() }).nullable(),
})

/** What a server writes into its data folder about itself. */
export type ServerMark = z.infer<typeof schema>

const file = (data: string): string => join(data, 'server.json')

/** The server that runs on a data folder now, or null when none does. */
export function runningServer(data: string): ServerMark | null {
  const mark = readMark(data)
  return mark !== null && isAlive(mark.pid) && mark.pid !== process.pid ? mark : null
}

/** Marks the folder as served by this process, after clearing what a killed server left running. */
export function takeFolder(data: string, mark: Omit<ServerMark, 'pid'>): void {
  const old = readMark(data)
  if (old !== null && !isAlive(old.pid)) {
    for (const child of old.children) if (isRuntime(child)) process.kill(child, 'SIGKILL')
  }
  writeFileSync(file(data), JSON.stringify({ pid: process.pid, ...mark }), { mode: 0o600 })
}

/** Takes the mark away at an orderly end. */
export function leaveFolder(data: string): void {
  rmSync(file(data), { force: true })
}

/** Processes that this one started, by the process table. */
export function childProcesses(): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => parentOf(name) === process.pid)
    .map(Number)
}

function parentOf(pid: string): number | null {
  try {
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
    return Number(rest.split(' ')[1])
  } catch {
    return null
  }
}

function isRuntime(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('workerd')
  } catch {
    return false
  }
}

function readMark(data: string): ServerMark | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file(data), 'utf8')))
  } catch {
    return null
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
