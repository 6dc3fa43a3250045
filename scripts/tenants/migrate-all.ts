import type { MigrationTarget } from './migration-target.ts'

/** How one database came out of a run (迁移结果); `left` names what it still lacks. */
export type MigrationOutcome = {
  name: string
  applied: number
  left: readonly string[]
  /** names that it has and the folder has not: it is left as it is */
  unknown: readonly string[]
  failure: string | null
}

type Options = {
  jobs: number
  dryRun: boolean
  onDone?: (outcome: MigrationOutcome) => void
}

/** Brings every target up to date, `jobs` at a time; one that fails never stops the others. */
export async function migrateAll(
  targets: readonly MigrationTarget[],
  { jobs, dryRun, onDone }: Options,
): Promise<readonly MigrationOutcome[]> {
  const outcomes = new Map<string, MigrationOutcome>()
  const waiting = targets.values()

  async function work(): Promise<void> {
    for (const target of waiting) {
      const outcome = await migrateOne(target, dryRun)
      outcomes.set(target.name, outcome)
      onDone?.(outcome)
    }
  }

  await Promise.all(Array.from({ length: Math.max(1, jobs) }, work))
  return targets.flatMap(({ name }) => outcomes.get(name) ?? [])
}

async function migrateOne(target: MigrationTarget, dryRun: boolean): Promise<MigrationOutcome> {
  const { name, migrations } = target
  let before: readonly string[] = []
  try {
    before = await target.applied()
    const unknown = before.filter((had) => !migrations.some((known) => known.name === had))
    const pending = migrations.filter((known) => !before.includes(known.name))
    const left = pending.map((migration) => migration.name)
    if (unknown.length > 0 || dryRun || left.length === 0) {
      return { name, applied: 0, left, unknown, failure: null }
    }
    await target.apply(pending)
    return { name, applied: left.length, left: [], unknown: [], failure: null }
  } catch (error) {
    return afterFailure(target, before, error)
  }
}

async function afterFailure(
  target: MigrationTarget,
  before: readonly string[],
  error: unknown,
): Promise<MigrationOutcome> {
  // The database may have answered with an error after some steps, or after a commit: ask again.
  const now = await target.applied().catch(() => before)
  const left = target.migrations.map(({ name }) => name).filter((name) => !now.includes(name))
  const applied = now.length - before.length
  const failure = left.length === 0 && now !== before ? null : reasonOf(error)
  return { name: target.name, applied, left, unknown: [], failure }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/gu, ' ')
}
