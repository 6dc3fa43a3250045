import { randomUUID } from 'node:crypto'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import * as z from 'zod'
import { runCheck } from './check.ts'
import { help } from './help.ts'
import { runMigrate } from './migrate.ts'
import { runNew } from './new.ts'
import { runSync } from './sync.ts'

const word = z.string().optional()
const newFlags = z.object({
  under: z.string('请写 --under'),
  slug: z.string('请写 --slug'),
  name: z.string('请写 --name'),
  kind: z.enum(['government', 'bureau', 'public-utility'], '请写 --kind，取值见 --help'),
  level: z.enum(['prefecture', 'county', 'township'], '--level 取值见 --help').optional(),
  channel: word,
  short: word,
  division: word,
  'site-code': word,
  host: word,
  database: word,
  telephone: word,
  fax: word,
  email: word,
  address: word,
  postcode: word,
  'dry-run': z.boolean().optional(),
})
const migrateFlags = z.object({
  local: z.boolean().optional(),
  remote: z.boolean().optional(),
  data: z.string().default('.yangguang'),
  only: z.string().default(''),
  jobs: z.coerce.number().int().min(1).max(64).default(8),
  'dry-run': z.boolean().optional(),
})

const flagsOf = {
  check: z.object({}),
  sync: z.object({}),
  new: newFlags,
  migrate: migrateFlags,
} as const

const switches = new Set(['local', 'remote', 'dry-run'])

type Command = keyof typeof flagsOf
type Flags = Readonly<Record<string, unknown>>

const runners: Record<Command, (root: string, given: Flags) => number | Promise<number>> = {
  check: runCheck,
  sync: runSync,
  new: runNewCommand,
  migrate: runMigrateCommand,
}

/** Runs `npm run tenants -- <args>` on the repository at `root`; answers the exit status. */
export async function runTenants(root: string, args: readonly string[]): Promise<number> {
  const [command, ...rest] = args
  if (command === undefined || command === '--help' || !isCommand(command)) {
    const wellAsked = command === undefined || command === '--help'
    console.log(wellAsked ? help[''] : `没有“${command}”这个命令。\n\n${help['']}`)
    return wellAsked ? 0 : 2
  }
  if (rest.includes('--help')) {
    console.log(help[command])
    return 0
  }
  const given = read(command, rest)
  if (typeof given === 'string') {
    console.error(`${given}\n\n${help[command]}`)
    return 2
  }
  return runners[command](root, given)
}

function isCommand(name: string): name is Command {
  return Object.hasOwn(flagsOf, name)
}

function read(command: Command, args: readonly string[]): Flags | string {
  const options = Object.fromEntries(
    Object.keys(flagsOf[command].shape).map((name) => {
      const type: 'boolean' | 'string' = switches.has(name) ? 'boolean' : 'string'
      return [name, { type }]
    }),
  )
  try {
    return { ...parseArgs({ args: [...args], options, strict: true }).values }
  } catch (error) {
    return `看不懂的选项：${error instanceof Error ? error.message : String(error)}`
  }
}

function runNewCommand(root: string, given: Flags): number {
  const parsed = newFlags.safeParse(given)
  if (!parsed.success) return complain('new', parsed.error)
  const { under, database, 'dry-run': dryRun, ...wanted } = parsed.data
  return runNew(root, under, { ...wanted, database: database ?? randomUUID() }, dryRun === true)
}

function runMigrateCommand(root: string, given: Flags): number | Promise<number> {
  const parsed = migrateFlags.safeParse(given)
  if (!parsed.success) return complain('migrate', parsed.error)
  const { remote, local, data, only, jobs, 'dry-run': dryRun } = parsed.data
  if (remote === true && local === true) {
    console.error('--local 和 --remote 只能写一个。')
    return 2
  }
  return runMigrate(root, {
    remote: remote === true,
    data: resolve(root, data),
    only: only.split(',').filter((slug) => slug !== ''),
    jobs,
    dryRun: dryRun === true,
  })
}

function complain(command: Command, error: z.ZodError): number {
  for (const issue of error.issues) console.error(`--${issue.path.join('.')}：${issue.message}`)
  console.error(`\n${help[command]}`)
  return 2
}
