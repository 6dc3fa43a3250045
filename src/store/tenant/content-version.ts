import { statement, type Statement } from '../statement.ts'

/** Plans that what the public reads has changed (内容版本). */
export function bumpContent(): Statement {
  return statement(
    `INSERT INTO counter (name, n) VALUES ('content', 1) ON CONFLICT DO UPDATE SET n = n + 1`,
  )
}
