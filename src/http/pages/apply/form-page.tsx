import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { tellsApplicants } from '../../../domain/notice/route.ts'
import type { AppEnv } from '../../app-env.ts'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Form, Hidden, SubmitRow } from '../../ui/form.tsx'
import { Page } from '../../ui/layout.tsx'
import { Details, Notice } from '../../ui/notice.tsx'
import { apply } from '../../ui/words/apply.ts'
import { AnswersField } from './answers-page.tsx'
import type { Applying } from './form-fields.ts'
import {
  ApplicantFields,
  AuthorisationField,
  DeliveryFields,
  FilesField,
  NoticesField,
  type Filled,
  RepresentativeFields,
  RequestFields,
} from './form-parts.tsx'
import { KindQuestion } from './kind-question.tsx'
import { applyMeta } from './meta.ts'
import { TrapField } from './trap-field.tsx'

/** What the form shows: blank, or as it came back. */
export type FormPageProps = {
  c: Context<AppEnv>
  as: Applying
  filled: Filled
  /** Names of files that were chosen and have to be chosen again */
  chosen: readonly string[]
  /** What looking first came to; null when nobody looked */
  note: string | null
  /** Makes a repeated submission the same one */
  submission: string
  /** When it was opened, signed */
  opened: string
}

/** The application form (申请表): notice, who, what, how, files; one page, no script needed. */
export function ApplyPage(props: FormPageProps): JSX.Element {
  const { c, as, filled, chosen, note, submission, opened } = props
  const { to } = c.var.site
  return (
    <Page c={c} title={apply.title} current="apply" meta={applyMeta()}>
      <div class="apply apply-wide">
        <h1>{apply.title}</h1>
        <ErrorSummary errors={filled.errors} />
        <p class="lead">
          {apply.lead}
          <a href={to.status()}>{apply.status}</a>
        </p>
        <div class="apply-columns">
          <BeforeYouStart c={c} />
          <div class="apply-form">
            {note === null ? null : <Notice title={note} />}
            {filled.text.size === 0 ? <KindQuestion c={c} /> : null}
            {filled.text.size === 0 ? <AnswersField c={c} /> : null}
            <nav id="application" class="switch" aria-label={apply.whoLabel}>
              <ul>
                <Switch c={c} as="person" current={as} label={apply.asPerson} />
                <Switch c={c} as="organisation" current={as} label={apply.asOrganisation} />
              </ul>
            </nav>
            <Form action={to.apply()} multipart className="form form-switched">
              <Hidden name="as" value={as} />
              <Hidden name="submission" value={submission} />
              <Hidden name="opened" value={opened} />
              <TrapField />
              <ApplicantFields as={as} filled={filled} />
              <RepresentativeFields
                filled={filled}
                papers={<AuthorisationField error={filled.errors['authorisation']} />}
              />
              <RequestFields filled={filled} />
              <DeliveryFields filled={filled} />
              {tellsApplicants(c.var.ctx.agency.settings) ? <NoticesField filled={filled} /> : null}
              <FilesField chosen={chosen} error={filled.errors['files']} />
              <SubmitRow label={apply.send} />
            </Form>
          </div>
        </div>
      </div>
    </Page>
  )
}

function Switch(props: {
  c: Context<AppEnv>
  as: Applying
  current: Applying
  label: string
}): JSX.Element {
  const { c, as, current, label } = props
  const { to } = c.var.site
  return (
    <li>
      <a
        href={as === 'person' ? to.apply() : `${to.apply()}?as=${as}`}
        aria-current={as === current ? 'true' : undefined}
      >
        {label}
      </a>
    </li>
  )
}

function BeforeYouStart({ c }: { c: Context<AppEnv> }): JSX.Element {
  const { agency, to } = c.var.site
  return (
    <div class="apply-before">
      <Notice title={apply.before}>
        <ul class="notice-list">
          <li>
            {apply.alreadyOpen}
            <a href={to.search()}>{apply.searchFirst}</a>
          </li>
          <li>{apply.purpose}</li>
          <li>{apply.notHere}</li>
        </ul>
        <Details summary={apply.privacyTitle}>
          <ul class="notice-list">
            {apply.privacy.map((sentence) => (
              <li>
                {sentence
                  .replace('{agency}', agency.name)
                  .replace('{body}', agency.guide.body)
                  .replace('{telephone}', agency.guide.telephone)}
              </li>
            ))}
          </ul>
        </Details>
      </Notice>
    </div>
  )
}
