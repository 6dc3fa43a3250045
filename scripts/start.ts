import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fillDemonstration } from './demo/fill.ts'
import { type DemoMark, isDemonstration, readDemoMark, writeDemoMark } from './demo/mark.ts'
import { childProcesses, leaveFolder, runningServer, takeFolder } from './runtime/folder-lock.ts'
import { openDoor } from './runtime/door.ts'
import { startFront } from './runtime/front.ts'
import { operatorOf } from './runtime/operator-client.ts'
import { readStartOptions, startHelp, type StartOptions } from './runtime/options.ts'
import { prepareDatabases } from './runtime/prepare.ts'
import { printWelcome } from './runtime/welcome.ts'
import { startRuntime } from './runtime/runtime.ts'
import { readSecrets } from './runtime/secrets.ts'
import { startClock } from './runtime/clock.ts'

/** What a folder is to be filled with (演示); null for one that is, or is to be, in earnest. */
function demoOf({ data, demo }: StartOptions, isNew: boolean): DemoMark['demo'] | null {
  const isOne = isDemonstration(data)
  if (demo !== 'off') return isNew || isOne ? demo : null
  if (!isOne) return null
  throw new Error('这个数据文件夹里是演示数据，不能正式使用；请用 --data 指明一个空文件夹')
}

async function start(options: StartOptions): Promise<void> {
  const { data, port } = options
  mkdirSync(data, { recursive: true, mode: 0o700 })
  const other = runningServer(data)
  if (other !== null) {
    throw new Error(`这个数据文件夹已有服务在运行（进程 ${other.pid}，端口 ${other.port}）`)
  }
  const isNew = !existsSync(join(data, 'd1'))
  const demo = demoOf(options, isNew)
  const demonstration = demo !== null
  if (!options.limits && !demonstration) {
    throw new Error('--limits off 只对演示文件夹有效')
  }
  takeFolder(data, { children: [], port, door: null })
  // Before anything is made, so that an interrupted first start is still known as what it was.
  if (isNew && demo !== null) writeDemoMark(data, readDemoMark(data, demo))
  let socket: URL | null = null
  const front = await startFront(port, () => socket, options['trusted-proxy'])
  const runtime = await startRuntime({
    data,
    hostPattern: options.hosts === 'manifest' ? '' : `http://{slug}.localhost:${port}`,
    limits: options.limits,
    demonstration,
    secrets: readSecrets(data),
  })
  takeFolder(data, { children: childProcesses(), port, door: null })
  const operator = operatorOf(runtime.mf)
  const behind = await prepareDatabases(operator)
  for (const line of behind) console.error(`结构没有升级：${line}`)
  if (demo !== null) await fillDemonstration(operator, { data, port, demo })
  const door = await openDoor(runtime.mf)
  takeFolder(data, {
    children: childProcesses(),
    port,
    door: { port: door.port, token: door.token },
  })
  const clock = startClock(runtime, data)
  socket = runtime.socket

  let stopping = false
  const stop = async (): Promise<void> => {
    if (stopping) return
    stopping = true
    clock.stop()
    front.close()
    front.closeAllConnections()
    door.server.close()
    await runtime.close().catch(() => {})
    process.exit(0)
  }
  // The runtime ends the process on a signal by itself, so the mark goes when the process does.
  process.on('exit', () => leaveFolder(data))
  process.on('SIGINT', () => void stop())
  process.on('SIGTERM', () => void stop())
  printWelcome(options, demonstration)
}

const options = readStartOptions(process.argv.slice(2))
if (options === 'help') {
  console.log(startHelp)
} else if ('fault' in options) {
  console.error(`${options.fault}\n\n${startHelp}`)
  process.exitCode = 2
} else {
  try {
    await start(options)
  } catch (error) {
    console.error(`启动没有成功：${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}
