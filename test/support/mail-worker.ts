import { emailAdapter } from '../../src/usecases/notice/email.ts'
import { platformMailer } from '../../src/mailer.ts'

type Letter = Parameters<ReturnType<typeof emailAdapter>>

/** A Worker that sends the letter it is given (agency and letter, as JSON) by its own mail binding. */
const sender = {
  async fetch(request: Request, { EMAIL }: { EMAIL: SendEmail }): Promise<Response> {
    const [agency, letter] = await request.json<Letter>()
    return Response.json(await emailAdapter(platformMailer(EMAIL))(agency, letter))
  },
}

// oxlint-disable-next-line import/no-default-export -- the runtime asks the default export of a Worker
export default sender
