import type { JSX } from 'hono/jsx/jsx-runtime'
import { sealLifecycle } from '../../../domain/seal/lifecycle.ts'
import type { SealView } from '../../../usecases/seal/list.ts'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { DateField, FileField, Form, SubmitRow } from '../../ui/form.tsx'
import { minuteOf } from '../../ui/gov-meta.tsx'
import { EmptyState } from '../../ui/notice.tsx'
import { SummaryList } from '../../ui/summary-list.tsx'
import { Tag } from '../../ui/tag.tsx'
import { desk } from '../../ui/words/desk.ts'
import { sealActionNames, sealStateNames, sealWords as words } from '../../ui/words/seal.ts'
import { fieldOf, type Filled } from '../apply/form-parts.tsx'
import type { Frame } from '../desk/frame.ts'
import type { StepNotice } from '../desk/step-answer.ts'
import { StepForm } from '../desk/step-form.tsx'
import { StepOutcome } from '../desk/step-outcome.tsx'

type Props = {
  frame: Frame
  seals: readonly SealView[]
  filled: Filled
  notice: StepNotice | null
}

/** The pictures of the agency's seal (印章图样): what instruments bear, and the form for another. */
export function SealsPage({ frame, seals, filled, notice }: Props): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <DeskPage
      {...frame}
      title={words.title}
      current="cases"
      breadcrumbs={[{ label: desk.cases, href: to.cases() }, { label: words.title }]}
    >
      <h1>{words.title}</h1>
      <ErrorSummary errors={filled.errors} />
      <StepOutcome attempt={null} notice={notice} />
      <p class="lead">{words.lead}</p>
      {seals.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : null}
      {seals.map((seal) => (
        <SealPanel frame={frame} seal={seal} />
      ))}
      <section class="panel">
        <h2>{words.upload}</h2>
        <Form action={to.seals()} multipart>
          <FileField
            {...fieldOf(filled, 'picture', words.picture)}
            hint={words.pictureHint}
            accept=".png,image/png"
            required
          />
          <DateField {...fieldOf(filled, 'from', words.from)} hint={words.fromHint} required />
          <SubmitRow label={words.propose} />
        </Form>
      </section>
    </DeskPage>
  )
}

function SealPanel({ frame, seal }: { frame: Frame; seal: SealView }): JSX.Element {
  const { to } = frame.c.var.site
  return (
    <section class="panel">
      <h2>
        {words.from} {seal.from}
      </h2>
      <p class="tags">
        <Tag
          tone={seal.state === 'proposed' ? 'yellow' : seal.state === 'approved' ? 'blue' : 'grey'}
        >
          {sealStateNames[seal.state]}
        </Tag>
        <a href={to.sealPicture(seal.id)}>{words.look}</a>
      </p>
      <SummaryList
        rows={[
          { label: words.proposed, value: at(seal.proposedBy, seal.proposedAt) },
          ...(seal.decidedAt === null
            ? []
            : [{ label: words.decided, value: at(seal.decidedBy, seal.decidedAt) }]),
          ...(seal.until === null ? [] : [{ label: words.until, value: seal.until }]),
          { label: words.digest, value: <code>{seal.sha256}</code> },
        ]}
      />
      {seal.state === 'proposed' && !seal.actions.includes('approve') ? (
        <p>{words.samePerson}</p>
      ) : null}
      {seal.actions.map((action) => (
        <StepForm
          label={sealActionNames[action]}
          action={to.sealAct(seal.id, action)}
          version={seal.version}
          law={sealLifecycle.find((row) => row.action === action)?.law}
          danger={action === 'end'}
          bare
        />
      ))}
    </section>
  )
}

function at(name: string | null, when: string): string {
  return `${name ?? ''}　${minuteOf(when)}`
}
