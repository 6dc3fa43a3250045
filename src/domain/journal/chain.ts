import type { JournalFault } from './fault.ts'
import type { JournalSeal, SealedEvent } from './seal.ts'

/** A seal, the events that lie in its place now, and the digest that they give. */
export type Recomputed = {
  seal: JournalSeal
  found: readonly SealedEvent[]
  digest: string
}

/** Most numbers in a row that are named one by one when they are missing. */
const mostMissing = 10

/** What does not hold in a stretch of the chain (封存链差异) that begins with number `from`. */
export function chainFaults(from: number, stretch: readonly Recomputed[]): JournalFault[] {
  return stretch.flatMap((one, at): JournalFault[] => {
    const expected = (stretch[at - 1]?.seal.n ?? from - 1) + 1
    const { n } = one.seal
    const gap = Math.min(Math.max(0, n - expected), mostMissing)
    const missing = Array.from({ length: gap }, (_, k): JournalFault => {
      return { fault: 'seal-missing', n: expected + k }
    })
    const isSound = n >= expected && holds(one)
    return isSound ? missing : [...missing, { fault: 'seal-differs', n }]
  })
}

function holds({ seal, found, digest }: Recomputed): boolean {
  return (
    digest === seal.digest &&
    found.length === seal.events &&
    found[0]?.id === seal.fromId &&
    found.at(-1)?.id === seal.toId
  )
}
