import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { erasableFields } from '../../../domain/application/personal-data/fields.data.ts'
import type { PersonalDataView } from '../../../usecases/application/personal-data/view.ts'
import type { AppEnv } from '../../app-env.ts'
import { Checkboxes, Select } from '../../ui/choices.tsx'
import { Hidden, SubmitRow, TextArea, TextField } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { Details } from '../../ui/notice.tsx'
import { DataTable } from '../../ui/table.tsx'
import { dataBars, personalData as words } from '../../ui/words/personal-data.ts'
import { fieldLabels } from '../../ui/words/fields.ts'
import { labelOfField } from '../data-rows.ts'
import { choices } from './form-fields.ts'
import { fieldOf, type Filled } from './form-parts.tsx'
import { type Pair, PairForm } from './pair-form.tsx'

type Props = { c: Context<AppEnv>; view: PersonalDataView; pair: Pair; filled: Filled }

const contact = ['phone', 'email', 'address', 'postcode'] as const

/** The form by which contact and delivery are corrected at once (更正联系方式). */
export function ContactForm({ c, view, pair, filled }: Props): JSX.Element | null {
  if (view.correctionBar !== null) return <Barred title={words.correct} bar={view.correctionBar} />
  const isOrganisation = view.fields.some(({ field }) => field === 'applicant.contactName')
  const names = [...contact, ...(isOrganisation ? (['contactName'] as const) : [])]
  const isRepresented = hasRepresentative(view)
  const isOpen = hasErrors(filled, [
    ...names.map((name) => `applicant.${name}`),
    'representative.phone',
    'delivery',
  ])
  return (
    <div class="no-print">
      <Details summary={words.correct} open={isOpen}>
        <p>{words.correctWhy}</p>
        <PairForm action={c.var.site.to.personalData('corrections')} pair={pair}>
          {names.map((name) => (
            <TextField
              {...fieldOf(filled, `applicant.${name}`)}
              autocomplete={autocompletes[name]}
              maxlength={name === 'address' ? 200 : 100}
              width={name === 'address' ? 'full' : 'medium'}
            />
          ))}
          {isRepresented ? (
            <TextField
              {...fieldOf(filled, 'representative.phone')}
              autocomplete="off"
              maxlength={100}
              width="medium"
            />
          ) : null}
          <Select
            {...fieldOf(filled, 'delivery.form')}
            options={choices.forms}
            blank={words.unchanged}
          />
          <Select
            {...fieldOf(filled, 'delivery.route')}
            options={choices.routes}
            blank={words.unchanged}
          />
          <SubmitRow label={words.correctSend} />
        </PairForm>
      </Details>
    </div>
  )
}

const autocompletes = {
  phone: 'tel',
  email: 'email',
  address: 'street-address',
  postcode: 'postal-code',
  contactName: 'name',
} as const

const ofRepresentative = [
  'representative.name',
  'representative.idType',
  'representative.idNumber',
] as const

function hasRepresentative({ fields }: PersonalDataView): boolean {
  return fields.some(({ field }) => field === 'representative.name')
}

/** The form by which a correction of identity is asked for (申请更正身份信息). */
export function IdentityForm({ c, view, pair, filled }: Props): JSX.Element | null {
  const isWaiting = view.corrections.some(({ state }) => state === 'asked')
  if (view.correctionBar !== null || isWaiting) return null
  const isOrganisation = view.fields.some(({ field }) => field === 'applicant.creditCode')
  const names = isOrganisation
    ? ['name', 'creditCode', 'legalRepresentative']
    : ['name', 'idNumber']
  const fields = names.map((name) => `applicant.${name}`)
  return (
    <div class="no-print">
      <Details
        summary={words.identity}
        open={hasErrors(filled, [...fields, ...ofRepresentative, 'applicant.idType', 'reason'])}
      >
        <p>{words.identityWhy}</p>
        <PairForm action={c.var.site.to.personalData('corrections')} pair={pair}>
          {isOrganisation ? null : (
            <Select
              {...fieldOf(filled, 'applicant.idType')}
              options={choices.idTypes}
              blank={words.unchanged}
            />
          )}
          {fields.map((name) => (
            <TextField
              {...fieldOf(filled, name)}
              autocomplete="off"
              width="medium"
              maxlength={200}
            />
          ))}
          {hasRepresentative(view) ? (
            <fieldset class="form-part">
              <legend>{fieldLabels['/representative']}</legend>
              <Select
                {...fieldOf(filled, 'representative.idType')}
                options={choices.idTypes}
                blank={words.unchanged}
              />
              {['representative.name', 'representative.idNumber'].map((name) => (
                <TextField
                  {...fieldOf(filled, name)}
                  autocomplete="off"
                  width="medium"
                  maxlength={100}
                />
              ))}
            </fieldset>
          ) : null}
          <TextArea {...fieldOf(filled, 'reason', words.identityReason)} maxlength={500} required />
          <SubmitRow label={words.identitySend} />
        </PairForm>
      </Details>
    </div>
  )
}

/** What may be erased, and what stands against the rest (删除). */
export function ErasureForm({ c, view, pair, filled }: Props): JSX.Element {
  const { fields } = view
  const there = fields.filter(({ field }) => erasableFields.some((one) => one === field))
  const open = there.filter(({ bar }) => bar === null)
  const barred = there.filter(({ bar }) => bar !== null)
  const kept = fields.filter(({ field }) => !erasableFields.some((one) => one === field))
  return (
    <>
      {open.length === 0 ? null : (
        <section class="panel no-print" id="erase">
          <h2>{words.erase}</h2>
          <p>{words.eraseWhy}</p>
          <PairForm action={c.var.site.to.personalData('erasures')} pair={pair}>
            <Checkboxes
              {...fieldOf(filled, 'fields', words.eraseField)}
              options={open.map(({ field, value }) => ({
                value: field,
                label: `${labelOfField(field)} ${value}`,
              }))}
            />
            <Checkboxes
              {...fieldOf(filled, 'sure', words.eraseConfirm)}
              options={[{ value: 'yes', label: words.eraseSure }]}
            />
            <SubmitRow label={words.eraseSend} danger />
          </PairForm>
        </section>
      )}
      <section class="panel">
        <h2>{words.stays}</h2>
        <ul>
          {grouped([...barred, ...kept]).map(([why, names]) => (
            <li>
              <strong>{names.join('、')}</strong>：{why}
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function grouped(fields: PersonalDataView['fields']): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const { field, bar } of fields) {
    if (bar === null) continue
    groups.set(dataBars[bar], [...(groups.get(dataBars[bar]) ?? []), labelOfField(field)])
  }
  return [...groups]
}

/** Whether the applicant is told of the progress, and the way to change it (进展通知). */
export function NoticesForm({ c, view, pair }: Omit<Props, 'filled'>): JSX.Element | null {
  const { offered, wanted, reachable } = view.notices
  if (!offered && !wanted) return null
  const mayAgree = wanted || (reachable && view.correctionBar === null)
  return (
    <section class="panel" id="notices">
      <h2>{words.notices}</h2>
      <p>{wanted ? words.noticesOn : words.noticesOff}</p>
      {mayAgree ? (
        <PairForm action={c.var.site.to.personalData('notices')} pair={pair}>
          <Hidden name="wanted" value={wanted ? 'no' : 'yes'} />
          <p class="submit no-print">
            <button type="submit" class="button-line">
              {wanted ? words.noticesStop : words.noticesAgree}
            </button>
          </p>
        </PairForm>
      ) : (
        <p>{reachable ? words.noticesOff : words.noticesNone}</p>
      )}
    </section>
  )
}

/** The corrections that were asked for, and what came of them. */
export function RequestsTable({ view }: { view: PersonalDataView }): JSX.Element | null {
  if (view.corrections.length === 0) return null
  return (
    <section class="panel">
      <h2>{words.requests}</h2>
      <DataTable
        caption={words.requests}
        columns={[
          { label: words.requestFields, kind: 'title' },
          { label: words.requestAt, kind: 'date' },
          { label: words.requestState, kind: 'text' },
        ]}
        rows={view.corrections.map(({ fields, askedAt, state, answer }) => ({
          cells: [
            fields.map(labelOfField).join('、'),
            minuteOf(askedAt),
            answer === null
              ? words.requestStates[state]
              : `${words.requestStates[state]}：${answer}`,
          ],
        }))}
      />
    </section>
  )
}

function Barred({
  title,
  bar,
}: {
  title: string
  bar: NonNullable<PersonalDataView['correctionBar']>
}): JSX.Element {
  return (
    <section class="panel">
      <h2>{title}</h2>
      <p>{dataBars[bar]}</p>
    </section>
  )
}

function hasErrors({ errors }: Filled, names: readonly string[]): boolean {
  return Object.keys(errors).some((name) => names.some((one) => name.startsWith(one)))
}
