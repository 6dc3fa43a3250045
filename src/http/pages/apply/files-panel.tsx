import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Status } from '../../../usecases/application/status.ts'
import type { AppEnv } from '../../app-env.ts'
import { Form, Hidden } from '../../ui/form.tsx'
import { release as words } from '../../ui/words/release.ts'
import { fileSize } from '../portal/file-words.ts'

type Props = { c: Context<AppEnv>; status: Status; secret: string }

/** What goes with the served reply (答复附件), fetched by a form without the password in an address. */
export function FilesPanel({ c, status, secret }: Props): JSX.Element | null {
  if (status.files.length === 0) return null
  return (
    <section class="panel" id="files">
      <h2>{words.mine}</h2>
      <p class="field-hint">{words.mineWhy}</p>
      <Form action={c.var.site.to.applyFile()}>
        <Hidden name="receipt" value={status.receipt} />
        <Hidden name="secret" value={secret} />
        <ul class="files">
          {status.files.map(({ id, name, bytes, sha256 }) => (
            <li>
              <p>
                {name} {fileSize(bytes)}
                <br />
                <code class="digest">{sha256}</code>
              </p>
              <button
                type="submit"
                class="button-line no-print"
                name="file"
                value={id}
                aria-label={`${words.download} ${name}`}
              >
                {words.download}
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  )
}
