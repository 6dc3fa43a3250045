import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { Form, Hidden } from '../../ui/form.tsx'

/** Receipt and query password, which no address carries. */
export type Pair = { receipt: string; secret: string }

/** A form that shows receipt and query password again. */
export function PairForm(props: { action: string; pair: Pair; children?: Child }): JSX.Element {
  const { action, pair, children } = props
  return (
    <Form action={action}>
      <Hidden name="receipt" value={pair.receipt} />
      <Hidden name="secret" value={pair.secret} />
      {children}
    </Form>
  )
}
