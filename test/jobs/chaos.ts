/** Counts every await on a database or a queue and makes one of them fail, before or after its effect. */
export type Gate = {
  readonly awaits: number
  through<T>(effect: () => Promise<T>): Promise<T>
}

/**
 * A gate that fails at its `at`-th await (counted from 1), before or after the effect, or from
 * there on for good, as when the invocation ends; 0 never fails.
 */
export function gateFailing(at: number, when: 'before' | 'after' | 'for-good'): Gate {
  let awaits = 0
  return {
    get awaits() {
      return awaits
    },
    async through(effect) {
      awaits += 1
      const isHere = when === 'for-good' ? at > 0 && awaits >= at : awaits === at
      if (isHere && when !== 'after') throw new Error('invocation ended')
      const value = await effect()
      if (isHere) throw new Error('invocation ended')
      return value
    },
  }
}

/** Lets whatever else is at work in this process go ahead, so often. */
export async function waitTurns(turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

/** A gate that fails nowhere and holds its `at`-th await back until something else has happened. */
export function gateHolding(at: number, until: Promise<void>): Gate {
  let awaits = 0
  return {
    get awaits() {
      return awaits
    },
    async through(effect) {
      awaits += 1
      if (awaits === at) await until
      return effect()
    },
  }
}

const reading = new Set(['all', 'first', 'run', 'raw'])

/** The same database, with every call going through the gate. */
export function gated(db: D1Database, gate: Gate): D1Database {
  const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>()
  const wrap = (real: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = new Proxy(real, {
      get(target, name) {
        const member: unknown = Reflect.get(target, name)
        if (typeof member !== 'function') return member
        if (name === 'bind') {
          return (...values: unknown[]) => wrap(target.bind(...values))
        }
        if (typeof name === 'string' && reading.has(name)) {
          return (...args: unknown[]) => gate.through(() => Reflect.apply(member, target, args))
        }
        return member.bind(target)
      },
    })
    originals.set(wrapped, real)
    return wrapped
  }
  return new Proxy(db, {
    get(target, name) {
      if (name === 'prepare') return (sql: string) => wrap(target.prepare(sql))
      if (name === 'batch') {
        return (statements: D1PreparedStatement[]) =>
          gate.through(() => target.batch(statements.map((s) => originals.get(s) ?? s)))
      }
      const member: unknown = Reflect.get(target, name)
      return typeof member === 'function' ? member.bind(target) : member
    },
  })
}
