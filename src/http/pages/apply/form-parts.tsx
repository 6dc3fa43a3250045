import type { JSX } from 'hono/jsx/jsx-runtime'
import { Checkboxes, Radios, Select } from '../../ui/choices.tsx'
import { FileField, Hidden, TextArea, TextField } from '../../ui/form.tsx'
import { Details } from '../../ui/notice.tsx'
import type { FormErrors } from '../../ui/form-names.ts'
import { apply } from '../../ui/words/apply.ts'
import { notices } from '../../ui/words/notice.ts'
import { fieldLabels } from '../../ui/words/fields.ts'
import { type Applying, choices, hasRepresentative } from './form-fields.ts'

const accepted = '.pdf,.doc,.docx,.xls,.xlsx,.wps,.et,.ofd,.txt,.csv,.jpg,.jpeg,.png'

/** What was typed and what is wrong with it, by field name. */
export type Filled = { text: ReadonlyMap<string, string>; errors: FormErrors }

type FieldBasics = { name: string; label: string; value?: string; error?: string }

/** Name, label, value and error of one field of an application. */
export function fieldOf({ text, errors }: Filled, name: string, label?: string): FieldBasics {
  const value = text.get(name)
  const error = errors[name]
  return {
    name,
    label: label ?? fieldLabels[`/${name.replaceAll('.', '/')}`] ?? name,
    ...(value === undefined ? {} : { value }),
    ...(error === undefined ? {} : { error }),
  }
}

/** Who applies (申请人): identity and contact, as article 29 asks for them and nothing more. */
export function ApplicantFields({ as, filled }: { as: Applying; filled: Filled }): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{as === 'person' ? apply.person : apply.organisation}</legend>
      {as === 'person' ? <PersonFields filled={filled} /> : <OrganisationFields filled={filled} />}
      <p class="field-hint">{apply.contactHint}</p>
      <TextField
        {...fieldOf(filled, 'applicant.phone')}
        type="tel"
        autocomplete="tel"
        width="medium"
        maxlength={40}
      />
      <TextField
        {...fieldOf(filled, 'applicant.email')}
        type="email"
        autocomplete="email"
        hint={apply.emailHint}
        width="medium"
        maxlength={320}
      />
      <TextField
        {...fieldOf(filled, 'applicant.address')}
        autocomplete="street-address"
        hint={apply.addressHint}
        maxlength={200}
      />
      <TextField
        {...fieldOf(filled, 'applicant.postcode')}
        autocomplete="postal-code"
        inputmode="numeric"
        width="short"
        maxlength={16}
      />
    </fieldset>
  )
}

function PersonFields({ filled }: { filled: Filled }): JSX.Element {
  return (
    <>
      <Hidden name="applicant.class" value="naturalPerson" />
      <TextField
        {...fieldOf(filled, 'applicant.name', apply.personName)}
        autocomplete="name"
        width="medium"
        maxlength={100}
        required
      />
      <Select
        {...fieldOf(filled, 'applicant.idType')}
        value={filled.text.get('applicant.idType') ?? 'resident-id'}
        options={choices.idTypes}
        blank={null}
        required
      />
      <TextField
        {...fieldOf(filled, 'applicant.idNumber')}
        autocomplete="off"
        width="medium"
        maxlength={64}
        required
      />
    </>
  )
}

function OrganisationFields({ filled }: { filled: Filled }): JSX.Element {
  return (
    <>
      <Select {...fieldOf(filled, 'applicant.class')} options={choices.organisations} required />
      <TextField
        {...fieldOf(filled, 'applicant.name', apply.organisationName)}
        autocomplete="organization"
        maxlength={200}
        required
      />
      <TextField
        {...fieldOf(filled, 'applicant.creditCode')}
        hint={apply.creditCodeHint}
        width="medium"
        maxlength={64}
        required
      />
      <TextField
        {...fieldOf(filled, 'applicant.legalRepresentative')}
        width="medium"
        maxlength={100}
        required
      />
      <TextField
        {...fieldOf(filled, 'applicant.contactName')}
        autocomplete="name"
        width="medium"
        maxlength={100}
        required
      />
    </>
  )
}

/** Who acts for the applicant (代理人、监护人), folded away until somebody does; `papers` shows the right to. */
export function RepresentativeFields({
  filled,
  papers,
}: {
  filled: Filled
  papers: JSX.Element
}): JSX.Element {
  const isOpen =
    hasRepresentative(filled.text) ||
    Object.keys(filled.errors).some((name) =>
      /^(?:representative\.|papers|authorisation)/.test(name),
    )
  return (
    <Details summary={apply.representative} open={isOpen}>
      <fieldset class="form-part">
        <legend>{apply.representativeLegend}</legend>
        <p class="field-hint">{apply.representativeHint}</p>
        <TextField {...fieldOf(filled, 'representative.name')} width="medium" maxlength={100} />
        <Select
          {...fieldOf(filled, 'representative.idType')}
          value={filled.text.get('representative.idType') ?? 'resident-id'}
          options={choices.idTypes}
          blank={null}
        />
        <TextField
          {...fieldOf(filled, 'representative.idNumber')}
          autocomplete="off"
          width="medium"
          maxlength={64}
        />
        <TextField
          {...fieldOf(filled, 'representative.phone')}
          type="tel"
          width="medium"
          maxlength={40}
        />
        {papers}
      </fieldset>
    </Details>
  )
}

/** What is asked for (所需信息); there is no field for a purpose. */
export function RequestFields({ filled }: { filled: Filled }): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{apply.request}</legend>
      <TextField
        {...fieldOf(filled, 'request.subject')}
        hint={apply.subjectHint}
        maxlength={200}
        required
      />
      <TextArea
        {...fieldOf(filled, 'request.description')}
        hint={apply.descriptionHint}
        maxlength={5000}
      />
      <TextField
        {...fieldOf(filled, 'request.docNumber')}
        hint={apply.docNumberHint}
        width="medium"
        maxlength={100}
      />
    </fieldset>
  )
}

/** Carrier and route (载体和途径), and the files that go along. */
export function DeliveryFields({ filled }: { filled: Filled }): JSX.Element {
  const { text } = filled
  return (
    <fieldset class="form-part">
      <legend>{apply.delivery}</legend>
      <Radios
        {...fieldOf(filled, 'delivery.form')}
        value={text.get('delivery.form') ?? 'electronic'}
        options={choices.forms}
        hint={apply.deliveryNote}
        required
        inline
      />
      <Radios
        {...fieldOf(filled, 'delivery.route')}
        value={text.get('delivery.route') ?? 'online'}
        options={choices.routes}
        required
        inline
      />
    </fieldset>
  )
}

/** Whether the applicant wants to be told of the progress (进展通知); never ticked beforehand. */
export function NoticesField({ filled }: { filled: Filled }): JSX.Element {
  return (
    <fieldset class="form-part">
      <legend>{notices.consentLabel}</legend>
      <Checkboxes
        {...fieldOf(filled, 'notices', notices.consentLabel)}
        values={filled.text.get('notices') === 'yes' ? ['yes'] : []}
        options={[{ value: 'yes', label: notices.consent, hint: notices.consentHint }]}
      />
    </fieldset>
  )
}

/** The files that show that the representative may act (授权委托书、监护证明). */
export function AuthorisationField({ error }: { error?: string | undefined }): JSX.Element {
  return (
    <FileField
      name="authorisation"
      label={fieldLabels['/authorisation'] ?? ''}
      hint={apply.authorisationHint}
      error={error}
      accept={accepted}
      multiple
    />
  )
}

/** Files of the application (附件); a browser never keeps them, so their names are told. */
export function FilesField(props: {
  chosen: readonly string[]
  error?: string | undefined
}): JSX.Element {
  const { chosen, error } = props
  return (
    <fieldset class="form-part">
      <legend>{apply.files}</legend>
      {chosen.length === 0 ? null : (
        <div class="notice notice-warning" role="note">
          <p class="notice-title">{apply.filesAgain}</p>
          <ul>
            {chosen.map((name) => (
              <li>{name}</li>
            ))}
          </ul>
        </div>
      )}
      <FileField
        name="files"
        label={apply.files}
        hint={apply.filesHint}
        error={error}
        accept={accepted}
        multiple
      />
    </fieldset>
  )
}
