const transient =
  /Network connection lost|storage caused object to be reset|reset because its code was updated|Cannot resolve D1 DB|D1 DB is overloaded|internal error/

/** Says whether D1 reported a fault that a later try may not meet (its write may have landed all the same). */
export function isTransient(error: unknown): boolean {
  return transient.test(messageOf(error))
}

/** Names the table of the UNIQUE or PRIMARY KEY constraint that an error reports (`calendar`: another is in use), or null. */
export function uniqueConflict(error: unknown): string | null {
  // Raised by a trigger: what was decided by a calendar that is no longer in use.
  if (/calendar is not in use/.test(messageOf(error))) return 'calendar'
  const found = /UNIQUE constraint failed: (\w+)\.(\w+)/.exec(messageOf(error))
  if (found === null) return null
  const [, table, column] = found
  return table === 'event' ? 'event' : `${table}.${column}`
}

/** Waits before try number `attempt + 1`: doubling, with jitter. */
export async function pause(attempt: number): Promise<void> {
  const base = 20 * 2 ** attempt
  await new Promise((resolve) => {
    setTimeout(resolve, base + Math.random() * base)
  })
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
