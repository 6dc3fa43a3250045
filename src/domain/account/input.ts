import * as z from 'zod'
import { roles } from '../shared/actor.ts'
import { countField } from '../shared/validate/fields.ts'
import { fails } from '../shared/validate/parse.ts'
import { tidyUsername } from './username.ts'

const version = countField(1, Number.MAX_SAFE_INTEGER).optional()
const heldRoles = z
  .array(z.enum(roles))
  .min(1)
  .max(roles.length)
  .refine((list) => new Set(list).size === list.length, fails({ problem: 'duplicate' }))

/** Who is taken on (新增人员): user name, name and roles; the password is the person's own business. */
export const newStaff = z.strictObject({
  username: z
    .string()
    .max(64)
    .transform(tidyUsername)
    .refine(
      (text) => /^[\p{L}\p{N}][\p{L}\p{N}._-]+$/u.test(text),
      fails({ problem: 'wrong-type', expected: 'username' }),
    ),
  name: z
    .string()
    .trim()
    .min(1)
    .max(64)
    .refine((text) => text.isWellFormed(), fails({ problem: 'text-unsafe' })),
  roles: heldRoles,
})

/** What is stated with a change of roles (调整岗位). */
export const rolesStep = z.strictObject({ roles: heldRoles, version })

/** What is stated with any other step on an account: the version that was seen. */
export const staffStep = z.strictObject({ version })
