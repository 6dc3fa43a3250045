import * as z from 'zod'
import { commonPasswords } from './common-passwords.data.ts'
import { fails } from '../../domain/shared/validate/parse.ts'

const common = new Set(commonPasswords)

/** Schema of a password that somebody chooses (新密码): 12 to 128 characters of any kind, no common one. */
export const newPassword: z.ZodType<string> = z
  .string()
  .min(12)
  .max(128)
  .refine((text) => text.isWellFormed(), fails({ problem: 'text-unsafe' }))
  .refine((text) => new Set(text).size >= 4, fails({ problem: 'too-common' }))
  .refine((text) => !common.has(text.toLowerCase()), fails({ problem: 'too-common' }))
