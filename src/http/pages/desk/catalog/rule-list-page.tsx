import type { JSX } from 'hono/jsx/jsx-runtime'
import type { RuleRegister } from '../../../../usecases/catalog/list-rules.ts'
import { DeskPage } from '../../../ui/desk-layout.tsx'
import { asChild } from '../../../ui/markup.ts'
import { EmptyState, Notice } from '../../../ui/notice.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { Tag } from '../../../ui/tag.tsx'
import { rules, systemName } from '../../../ui/words/rules.ts'
import { code } from '../../portal/item/item-table.tsx'
import { CatalogNav } from './catalog-nav.tsx'
import type { Frame } from '../frame.ts'

const words = rules

const tones = { pending: 'blue', 'in-force': 'green', ended: 'grey' } as const

/** The register of rules at the desk (制度登记): what is missing first, then every rule. */
export function RuleListPage(props: {
  frame: Frame
  register: RuleRegister
  isDone: boolean
}): JSX.Element {
  const { frame, register, isDone } = props
  const { to } = frame.c.var.site
  return (
    <DeskPage {...frame} title={words.title} current="catalog">
      <h1>{words.title}</h1>
      <CatalogNav c={frame.c} current="deskRules" />
      {isDone ? <Notice tone="success" title={words.saved} /> : null}
      <p class="lead">{words.lead}</p>
      <Gaps {...props} />
      <p class="more">
        <a class="button-line" href={to.newRule()}>
          {words.add}
        </a>
        <a class="button-line" href={to.rules()}>
          {words.publicPage}
        </a>
      </p>
      {register.items.length === 0 ? (
        <EmptyState title={words.none}>
          <p>{words.noneWhy}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={[
            { label: words.name, kind: 'title' },
            { label: words.system },
            { label: words.number, kind: 'code' },
            { label: words.edition },
            { label: words.fromOn, kind: 'date' },
            { label: words.toOn, kind: 'date' },
            { label: words.state },
            { label: words.change },
          ]}
          rows={register.items.map((rule) => ({
            cells: [
              rule.title,
              systemName(rule.system),
              rule.number === null ? '' : asChild(code(rule.number)),
              rule.edition,
              rule.fromOn,
              rule.toOn ?? '',
              <Tag tone={tones[rule.state]}>{words.states[rule.state]}</Tag>,
              <a href={to.rule(rule.id)}>
                {words.change}
                <span class="away">{rule.title}</span>
              </a>,
            ],
          }))}
        />
      )}
    </DeskPage>
  )
}

/** The systems of which nothing is in force (尚缺的制度), each with the way to enter one. */
function Gaps({ frame, register }: { frame: Frame; register: RuleRegister }): JSX.Element {
  const { to } = frame.c.var.site
  if (register.gaps.length === 0) return <Notice tone="success" title={words.complete} />
  return (
    <Notice tone="warning" title={words.gaps.replace('{n}', String(register.gaps.length))}>
      <ul>
        {register.gaps.map(({ key, name, article }) => (
          <li>
            <a href={to.newRule(key)}>{name}</a>（{article}）
          </li>
        ))}
      </ul>
    </Notice>
  )
}
