import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import type { Migration, MigrationTarget } from './migration-target.ts'

const run = promisify(execFile)
const answer = z.array(z.object({ results: z.array(z.object({ name: z.string() })) }))
const failure = z.object({ stderr: z.string(), stdout: z.string() })

/** How wrangler is called: its script, the folder of wrangler.toml, and which databases it means. */
export type Wrangler = { script: string; root: string; where: readonly string[] }

/** The wrangler of this repository, turned to the databases on the platform. */
export function platformWrangler(root: string): Wrangler {
  return { script: join(root, 'node_modules/wrangler/bin/wrangler.js'), root, where: ['--remote'] }
}

/** A migration target on the platform, moved by `wrangler d1 migrations apply`. */
export function remoteTarget(
  name: string,
  database: string,
  migrations: readonly Migration[],
  wrangler: Wrangler,
): MigrationTarget {
  return {
    name,
    migrations,
    async applied() {
      const sql = 'SELECT name FROM d1_migrations ORDER BY id'
      const told = await askWrangler(wrangler, [
        'd1',
        'execute',
        database,
        '--json',
        '--command',
        sql,
      ])
      if (told.ok) {
        return answer.parse(JSON.parse(told.text)).flatMap(({ results }) => {
          return results.map((row) => row.name)
        })
      }
      if (told.text.includes('no such table: d1_migrations')) return []
      throw new Error(ending(told.text))
    },
    async apply() {
      const told = await askWrangler(wrangler, ['d1', 'migrations', 'apply', database])
      if (!told.ok) throw new Error(ending(told.text))
    },
  }
}

/** Runs one command of wrangler; answers what it wrote, also where it failed. */
export async function askWrangler(
  { script, root, where }: Wrangler,
  words: readonly string[],
): Promise<{ ok: boolean; text: string }> {
  try {
    const { stdout } = await run(process.execPath, [script, ...words, ...where], {
      cwd: root,
      env: { ...process.env, CI: '1', WRANGLER_SEND_METRICS: 'false', NO_COLOR: '1' },
      maxBuffer: 16 * 1024 * 1024,
    })
    return { ok: true, text: stdout }
  } catch (error) {
    const told = failure.safeParse(error)
    const text = told.success ? `${told.data.stdout}\n${told.data.stderr}` : String(error)
    return { ok: false, text: text.trim() }
  }
}

function ending(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(-8).join(' ')
}
