import * as z from 'zod'
import { webhookUrlFault } from '../../src/domain/notice/webhook-url.ts'
import { fieldWords } from './field-words.data.ts'

/** How an agency tells applicants of the progress (办理进展通知); without it nobody is told. */
export const noticesSchema = z
  .strictObject({
    webhook: z
      .string()
      .max(500)
      .refine((url) => [null, 'private'].includes(webhookUrlFault(url)), {
        error: '应是 https 网址，不含用户名、密码和 #',
      })
      .optional()
      .describe(fieldWords['settings.notices.webhook']),
    email: z.email('不是电子邮箱地址').optional().describe(fieldWords['settings.notices.email']),
  })
  .refine(({ webhook, email }) => webhook !== undefined || email !== undefined, {
    error: '应写明 webhook 或 email；不开通的，整项不写',
  })
  .optional()
  .describe(fieldWords['settings.notices'])
