import { type Statement, statement } from '../statement.ts'

/** What was answered under an idempotency key (幂等键); key and digest are keyed digests. */
export type Remembered = { digest: string; answer: string }

/** Reads what was answered under a key. */
export function rememberedStatement(key: string): Statement {
  return statement('SELECT digest, answer FROM idempotency WHERE key = ?', key)
}

/** Remembers an answer in the batch that makes it true. */
export function rememberStatement(
  key: string,
  { digest, answer }: Remembered,
  now: number,
): Statement {
  return statement(
    'INSERT INTO idempotency (key, digest, answer, at) VALUES (?, ?, ?, ?)',
    key,
    digest,
    answer,
    now,
  )
}
