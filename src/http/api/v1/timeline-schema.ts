import * as z from 'zod'

/** The history of something at the desk, for the API reference (办理过程): what happened, when, by whom. */
export const deskTimeline = z.array(
  z.object({
    seq: z.int(),
    at: z.string(),
    event: z.string(),
    data: z.record(z.string(), z.unknown()),
    by: z.object({
      type: z.enum(['public', 'applicant', 'system', 'staff']),
      name: z.string().nullable(),
    }),
  }),
)
