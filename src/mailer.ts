import type { Mailer } from './usecases/notice/email.ts'

/** Sends letters by the platform's own mail (邮件绑定): `email` is the binding named EMAIL. */
export function platformMailer(email: SendEmail): Mailer {
  return async function send(from, to, raw) {
    const { EmailMessage } = await import('cloudflare:email')
    return email.send(new EmailMessage(from, to, raw))
  }
}
