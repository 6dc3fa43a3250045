import type { JSX } from 'hono/jsx/jsx-runtime'
import type { CardView } from '../../../../usecases/catalog/show-institution.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../../ui/error-summary.tsx'
import { DateField, Form, Hidden, SubmitRow, TextArea, TextField } from '../../../ui/form.tsx'
import type { FormErrors } from '../../../ui/form-names.ts'
import { Notice } from '../../../ui/notice.tsx'
import { institution } from '../../../ui/words/institution.ts'
import type { Frame } from '../frame.ts'

const words = institution

type Props = {
  frame: Frame
  /** null for a new one */
  card: CardView | null
  kind: CardView['kind']
  typed: ReadonlyMap<string, string> | null
  errors: FormErrors
  notice: string | null
}

/** The form of one card (领导或内设机构); a last day ends it. */
export function CardFormPage(props: Props): JSX.Element {
  const { frame, card, kind, errors, notice } = props
  const { to } = frame.c.var.site
  const title = card?.name ?? (kind === 'leader' ? words.addLeader : words.addOffice)
  return (
    <DeskPage
      {...frame}
      title={title}
      current="catalog"
      breadcrumbs={[{ label: words.deskTitle, href: to.deskInstitution() }, { label: title }]}
    >
      <ErrorSummary errors={errors} />
      {notice === null ? null : <Notice tone="warning" title={notice} />}
      <h1>{title}</h1>
      <Form action={card === null ? to.newCard(kind) : to.card(card.id)} className="form panel">
        <Hidden name="kind" value={kind} />
        <Hidden name="seen" value={card?.version ?? 0} />
        <Fields {...props} />
        <SubmitRow
          label={words.save}
          secondary={{ label: words.back, href: to.deskInstitution() }}
        />
      </Form>
    </DeskPage>
  )
}

function Fields({ card, kind, typed, errors }: Props): JSX.Element {
  const field = (
    name: 'name' | 'post' | 'duties' | 'units' | 'head' | 'telephone' | 'address' | 'fromOn',
    label: string,
  ): { name: string; label: string; value: string; error: string | undefined } => {
    return { name, label, value: typed?.get(name) ?? card?.[name] ?? '', error: errors[name] }
  }
  const duties = kind === 'leader' ? words.leaderDuties : words.officeDuties
  return (
    <>
      <TextField {...field('name', words.name)} required maxlength={60} width="medium" />
      {kind === 'leader' ? (
        <TextField {...field('post', words.post)} required maxlength={100} width="medium" />
      ) : null}
      <TextArea {...field('duties', duties)} required rows={3} maxlength={2000} />
      {kind === 'leader' ? (
        <TextField {...field('units', words.units)} maxlength={500} />
      ) : (
        <>
          <TextField {...field('head', words.head)} maxlength={60} width="medium" />
          <TextField {...field('telephone', words.telephone)} maxlength={60} width="medium" />
          <TextField {...field('address', words.address)} maxlength={200} />
        </>
      )}
      <TextField
        name="place"
        label={words.place}
        hint={words.placeHint}
        value={typed?.get('place') ?? String(card?.place ?? 0)}
        error={errors['place']}
        inputmode="numeric"
        width="short"
      />
      <DateField {...field('fromOn', words.fromOn)} required />
      <DateField
        name="toOn"
        label={words.toOn}
        hint={words.toOnHint}
        value={typed?.get('toOn') ?? card?.toOn ?? ''}
        error={errors['toOn']}
      />
    </>
  )
}
