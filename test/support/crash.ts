import type { FileStore } from '../../src/store/files.ts'
import type { Ctx } from '../../src/usecases/context.ts'

/** A planned crash: the `at`-th await of the outside world fails before or after its effect. */
export type Crash = { at: number; when: 'before' | 'after' }

/** The error of a process that dies: nothing catches it as a fault of the database. */
export class Died extends Error {}

/** A context whose outside calls are counted and one of which dies as planned. */
export function crashing(
  ctx: Ctx,
  crash: Crash | null,
): {
  ctx: Ctx
  points: () => number
  /** another database whose batches are counted and die with the rest */
  guarded: (db: D1Database) => D1Database
} {
  let calls = 0
  const guard = async <T>(effect: () => Promise<T>): Promise<T> => {
    const mine = calls
    calls += 1
    if (crash?.at === mine && crash.when === 'before') throw new Died(`before call ${mine}`)
    const value = await effect()
    if (crash?.at === mine && crash.when === 'after') throw new Died(`after call ${mine}`)
    return value
  }
  const guarded = (db: D1Database): D1Database =>
    new Proxy(db, {
      get(target, name) {
        if (name !== 'batch') return Reflect.get(target, name).bind(target)
        return (statements: D1PreparedStatement[]) => guard(() => target.batch(statements))
      },
    })
  const files: FileStore = {
    ...ctx.files,
    put: (...args) => guard(() => ctx.files.put(...args)),
    remove: (keys) => guard(() => ctx.files.remove(keys)),
  }
  return {
    guarded,
    ctx: { ...ctx, db: guarded(ctx.db), files, post: (message) => guard(() => ctx.post(message)) },
    points: () => calls,
  }
}
