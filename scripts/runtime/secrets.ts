import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'

const schema = z.strictObject({
  masterKey: z.string(),
  sessionKey: z.string(),
  /** Keys and private hosts of the receivers of notices (通知接口), as variables of the Worker */
  notices: z.record(z.string().regex(/^NOTICE_[A-Z0-9_]+$/), z.string()).optional(),
})

/** Secrets of a data folder: whoever loses them loses the sealed fields, so they are part of a backup. */
export type Secrets = z.infer<typeof schema>

/** Reads the secrets of a data folder; an empty folder gets new random ones, readable by its owner alone. */
export function readSecrets(data: string): Secrets {
  const file = join(data, 'secrets.json')
  if (!existsSync(file)) {
    const secrets = {
      masterKey: randomBytes(32).toString('base64'),
      sessionKey: randomBytes(48).toString('base64url'),
    }
    writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600, flag: 'wx' })
  }
  return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
