import type { JSX } from 'hono/jsx/jsx-runtime'
import { may } from '../../../../usecases/permissions.ts'
import { packageWords as words } from '../../../ui/words/package.ts'
import type { Frame } from '../frame.ts'

/** Takes the whole case along (案卷打包), for those who may. */
export function PackagePanel({
  frame,
  receipt,
}: {
  frame: Frame
  receipt: string
}): JSX.Element | null {
  const { ctx, site } = frame.c.var
  if (!may(ctx.actor, 'application.export')) return null
  return (
    <section class="panel no-print">
      <form method="post" action={site.to.casePackage(receipt)}>
        <button type="submit" class="button-line">
          {words.download}
        </button>
      </form>
      <p class="field-hint">{words.hint}</p>
    </section>
  )
}
