import * as z from 'zod'
import { standardMatters } from './standard-matters.data.ts'

const ids = standardMatters.map(({ id }) => id)

/** All matters that an item is filed against (归入标准目录事项). */
export const filingInput = z.strictObject({ matters: z.array(z.enum(ids)).max(20) })
