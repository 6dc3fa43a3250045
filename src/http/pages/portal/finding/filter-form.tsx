import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { genres } from '../../../../domain/catalog/genres.data.ts'
import { themes } from '../../../../domain/catalog/themes.data.ts'
import { itemKinds } from '../../../../domain/item/kinds/kind-of.ts'
import { validities } from '../../../../domain/item/validity.data.ts'
import { localDateOf } from '../../../../domain/time/instant.ts'
import type { ItemQuery } from '../../../../usecases/item/finding/item-query.ts'
import type { AppEnv } from '../../../app-env.ts'
import { Radios, Select, type Option } from '../../../ui/choices.tsx'
import { Form, Hidden, SubmitRow, TextField } from '../../../ui/form.tsx'
import { kept, written } from '../../../ui/kept.ts'
import { asChild } from '../../../ui/markup.ts'
import { Details } from '../../../ui/notice.tsx'
import { finding } from '../../../ui/words/finding.ts'
import { portal } from '../../../ui/words/portal.ts'

const words = portal.list
const firstYear = 2003

const themeOptions = themes.map(({ name }) => ({ value: name, label: name }))
const genreOptions = genres.map(({ name }) => ({ value: name, label: name }))
const kindOptions = itemKinds
  .filter(({ list }) => list.length > 0)
  .map(({ id, name }) => ({ value: id, label: name }))
const validityOptions = validities.map(({ key, name }) => ({ value: key, label: name }))

/** The filters above a list (筛选): a plain GET form that keeps the column. */
export function FilterForm(props: FormProps): JSX.Element {
  const { c, query, action, reset } = props
  const { q, issuer, docNumber, indexNumber, cursor: _cursor, ...chosen } = query
  // What was typed is rarely typed again.
  if ([q, issuer, docNumber, indexNumber].some((typed) => typed !== undefined)) {
    return <Filters {...props} />
  }
  const { agency } = c.get('site')
  const parts = [action, reset, localDateOf(c.get('ctx').now).slice(0, 4), chosen]
  return (
    <>
      {asChild(
        kept(agency, `filter ${JSON.stringify(parts)}`, () => written(<Filters {...props} />)),
      )}
    </>
  )
}

type FormProps = {
  c: Context<AppEnv>
  query: ItemQuery
  action: string
  /** Address without any filter */
  reset: string
}

function Filters({ c, query, action, reset }: FormProps): JSX.Element {
  return (
    <Form action={action} method="get" className="filter no-print">
      {query.category === undefined ? null : <Hidden name="category" value={query.category} />}
      <div class="filter-grid">
        <TextField name="q" label={words.keyword} value={query.q} maxlength={100} type="search" />
        <Select
          name="year"
          label={words.year}
          half
          blank={words.any}
          value={query.year}
          options={yearOptions(c.get('ctx').now)}
        />
        <Select
          name="validity"
          label={portal.item.validity}
          half
          blank={words.any}
          value={query.validity}
          options={validityOptions}
        />
      </div>
      <Details summary={words.more} open={hasMore(query)}>
        <More query={query} />
        {mayAskBelow(c) ? <ScopeField scope={query.scope} /> : null}
      </Details>
      <SubmitRow label={words.apply} secondary={{ label: words.reset, href: reset }} />
    </Form>
  )
}

function More({ query }: { query: ItemQuery }): JSX.Element {
  return (
    <div class="filter-grid">
      <Select
        name="theme"
        label={portal.item.theme}
        blank={words.any}
        value={query.theme}
        options={themeOptions}
      />
      <Select
        name="genre"
        label={portal.item.genre}
        blank={words.any}
        value={query.genre}
        options={genreOptions}
      />
      <Select
        name="kind"
        label={finding.kind}
        blank={words.any}
        value={query.kind}
        options={kindOptions}
      />
      <TextField name="issuer" label={words.issuer} value={query.issuer} maxlength={100} />
      <TextField
        name="docNumber"
        label={portal.item.docNumber}
        value={query.docNumber}
        maxlength={60}
      />
      <TextField
        name="indexNumber"
        label={portal.item.indexNumber}
        value={query.indexNumber}
        maxlength={100}
      />
    </div>
  )
}

function hasMore({
  theme,
  genre,
  kind,
  issuer,
  docNumber,
  indexNumber,
  scope,
}: ItemQuery): boolean {
  return [theme, genre, kind, issuer, docNumber, indexNumber, scope].some(
    (value) => value !== undefined,
  )
}

function yearOptions(now: number): Option[] {
  const thisYear = Number(localDateOf(now).slice(0, 4))
  return Array.from({ length: thisYear - firstYear + 1 }, (_, index) => {
    const year = String(thisYear - index)
    return { value: year, label: year + words.yearSuffix }
  })
}

/** Own agency, or the agencies below it too (检索范围). */
export function ScopeField({ scope }: { scope: string | undefined }): JSX.Element {
  return (
    <Radios
      name="scope"
      label={words.scope}
      inline
      value={scope ?? 'own'}
      options={[
        { value: 'own', label: words.scopeOwn },
        { value: 'subtree', label: words.scopeSubtree },
      ]}
    />
  )
}

/** Says whether agencies lie below the asked one, so that a wider search means something. */
export function mayAskBelow(c: Context<AppEnv>): boolean {
  const { id } = c.get('site').agency
  return c.get('region').agencies.some((agency) => agency.parentId === id)
}
