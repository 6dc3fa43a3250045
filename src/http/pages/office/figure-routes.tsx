import type { Context, Hono } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'
import { isInner } from '../../../domain/statistics/figure.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import { type FigureView, showFigure } from '../../../usecases/statistics/show-figure.ts'
import type { AppEnv } from '../../app-env.ts'
import { answerPage, answerPrivatePage } from '../../page-answer.ts'
import { refusalResponse } from '../../refusal.tsx'
import { DeskPage } from '../../ui/desk-layout.tsx'
import { Page } from '../../ui/layout.tsx'
import { figureName, looking as words } from '../../ui/words/looking.ts'
import { fill } from '../../ui/words/office.ts'
import { frameOf } from '../desk/frame.ts'
import { FigureSwitch } from '../figures/switch.tsx'
import { statisticsMeta } from './meta.ts'
import { deskFigureHref, publicFigureHref } from './figure-links.ts'
import { FigureBody } from './figure-view.tsx'
import { countedItems } from './items-page.tsx'
import { LookingSwitch } from './looking-switch.tsx'
import { recordsOfFigure } from './records.ts'
import type { RecordsLink } from './records-link.ts'

type C = Context<AppEnv>
/** Who looks: an officer at the desk, or everybody. */
type Face = 'desk' | 'public'

/** Mounts the pages on which a figure opens (数字下钻): for everybody, and for the staff of an office. */
export function mountFigures(app: Hono<AppEnv>): void {
  app.get('/statistics/figure', open)
  app.get('/statistics/items', countedItems)
  app.get('/desk/office/figure', inside)
}

async function open(c: C): Promise<Response> {
  const { figure, period, scope = 'own' } = c.req.query()
  // One agency's page opens its own figures; those of the agencies below stand on theirs.
  const reader = { ...c.var.ctx, actor: { type: 'public' as const } }
  const view = await showFigure(reader, c.var.region, { figure, period, scope })
  if (!view.ok) return refusalResponse(c, view.refusal)
  const title = `${figureName(view.value.figure)} · ${words.figureTitle}`
  return answerPage(
    c,
    <Page c={c} title={title} current="statistics" meta={statisticsMeta()}>
      <h1>{words.figureTitle}</h1>
      <FigureBody
        view={view.value}
        hrefOf={publicFigureHref(c)}
        records={<Records c={c} view={view.value} face="public" />}
      />
      <p class="more">
        <a href={c.var.site.to.statistics({ period: view.value.period.key, scope })}>
          {words.back}
        </a>
      </p>
    </Page>,
  )
}

async function inside(c: C): Promise<Response> {
  const { ctx, site } = c.var
  if (!may(ctx.actor, 'office.show')) return refusalResponse(c, turnAway(ctx.actor).refusal)
  const view = await showFigure(ctx, c.var.region, c.req.query())
  if (!view.ok) return refusalResponse(c, view.refusal)
  const { period, scope, office } = view.value
  return answerPrivatePage(
    c,
    <DeskPage {...frameOf(c)} title={words.figureTitle} current="office">
      <h1>{words.figureTitle}</h1>
      <FigureSwitch frame={frameOf(c)} part="statistics" />
      <LookingSwitch c={c} part={null} period={period.key} />
      <FigureBody
        view={view.value}
        hrefOf={deskFigureHref(c)}
        records={<Records c={c} view={view.value} face="desk" />}
      />
      <p class="more">
        <a
          href={site.to.office({
            period: period.key,
            scope: office.id === site.agency.id ? scope : 'subtree',
          })}
        >
          {words.back}
        </a>
      </p>
    </DeskPage>,
  )
}

/** Where the records of an agency's own figure are: for its staff, for everybody, or only as a count. */
function Records({ c, view, face }: { c: C; view: FigureView; face: Face }): JSX.Element | null {
  const { office, scope, value } = view
  if (scope !== 'own' || (value ?? 0) === 0) return null
  const { site } = c.var
  return office.id === site.agency.id ? (
    <OwnRecords c={c} view={view} face={face} />
  ) : (
    <RecordsElsewhere c={c} view={view} />
  )
}

/** The records of another agency are opened on its own site; what it enters by hand, at its desk alone. */
function RecordsElsewhere({ c, view }: { c: C; view: FigureView }): JSX.Element {
  const { figure, period, office } = view
  if (isInner(figure)) return <p class="lead">{words.recordsElsewhere}</p>
  const href = publicFigureHref(c)(figure.key, period.key, 'own', office)
  return (
    <p class="lead">
      {words.recordsElsewhere} <a href={href}>{fill(words.ownSite, { name: office.name })}</a>
    </p>
  )
}

function OwnRecords({ c, view, face }: { c: C; view: FigureView; face: Face }): JSX.Element {
  const { site, ctx } = c.var
  const links = recordsOfFigure(site.to, view.figure, view.period, view.today)
  const mine = links.filter((link) =>
    link.verb === null ? true : face === 'public' || may(ctx.actor, link.verb),
  )
  const isForStaff = face === 'public' && links.some(({ verb }) => verb !== null)
  return (
    <div class="lead no-print">
      {isForStaff || mine.length === 0 ? <p>{words.recordsElsewhere}</p> : null}
      {mine.length === 0 ? null : (
        <ul>
          {mine.map((link) => (
            <li>
              <a href={link.href}>{labelFor(link, face, mine.length > 1)}</a>
            </li>
          ))}
        </ul>
      )}
      {face === 'desk' && mine.length > 0 ? <p class="c-note">{hintOf(view.figure)}</p> : null}
    </div>
  )
}

function hintOf({ cells }: FigureView['figure']): string {
  return cells.includes('timeliness')
    ? `${words.recordsByTime}${words.recordsHint}`
    : words.recordsHint
}

function labelFor({ label, verb }: RecordsLink, face: Face, isOneOfMany: boolean): string {
  if (face === 'desk' || verb === null) return label
  return isOneOfMany ? `${words.recordsStaff}（${label}）` : words.recordsStaff
}
