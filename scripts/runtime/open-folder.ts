import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isDemonstration } from '../demo/mark.ts'
import { childProcesses, leaveFolder, runningServer, takeFolder } from './folder-lock.ts'
import { operatorAt, operatorOf, type Operator } from './operator-client.ts'
import { prepareDatabases } from './prepare.ts'
import { startRuntime } from './runtime.ts'
import { readSecrets } from './secrets.ts'

/** A data folder opened for a command: through the server that runs on it, or by itself when none does. */
export type OpenFolder = { operator: Operator; served: boolean; close(): Promise<void> }

/** Opens a data folder for a command; throws a plain sentence when there is none or it is just starting. */
export async function openFolder(data: string): Promise<OpenFolder> {
  if (!existsSync(join(data, 'secrets.json'))) {
    throw new Error(`${data} 不是阳光公开的数据文件夹；请先运行 npm start，或用 --data 指明`)
  }
  const running = runningServer(data)
  if (running !== null) {
    if (running.door === null) throw new Error('服务正在启动，请稍后再试')
    return { operator: operatorAt(running.door), served: true, close: async () => {} }
  }
  takeFolder(data, { children: [], port: 0, door: null })
  const runtime = await startRuntime({
    data,
    hostPattern: 'http://{slug}.localhost:8787',
    limits: true,
    demonstration: isDemonstration(data),
    secrets: readSecrets(data),
  })
  takeFolder(data, { children: childProcesses(), port: 0, door: null })
  const operator = operatorOf(runtime.mf)
  await prepareDatabases(operator)
  return {
    operator,
    served: false,
    async close() {
      await runtime.close()
      leaveFolder(data)
    },
  }
}
