import type { Context, Hono } from 'hono'
import { findByNumber } from '../../../../usecases/catalog/find-by-number.ts'
import {
  listGuideVersions,
  showGuide,
  showGuideVersion,
} from '../../../../usecases/catalog/show-guide.ts'
import { showInstitution } from '../../../../usecases/catalog/show-institution.ts'
import { showStandardCatalog } from '../../../../usecases/catalog/show-standard-catalog.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answerPage } from '../../../page-answer.ts'
import { pathsUnder } from '../../../paths.ts'
import { refusalResponse } from '../../../refusal.tsx'
import { GuidePage } from './guide-page.tsx'
import { GuideVersionsPage } from './guide-versions-page.tsx'
import { InstitutionPage } from './institution-page.tsx'
import { StandardCatalogPage } from './standard-catalog-page.tsx'

type C = Context<AppEnv>

/** Mounts what the portal shows of the catalogue beside its tree (目录): the standard catalogue, numbers. */
export function mountCatalogPages(app: Hono<AppEnv>): void {
  app.get('/guide', guide)
  app.get('/guide/versions', guideVersions)
  app.get('/guide/versions/:n{[1-9][0-9]{0,5}}', guideVersion)
  app.get('/institution', institution)
  app.get('/standard-catalog', standardCatalog)
  app.get('/n/:number{.+}', byNumber)
}

async function guide(c: C): Promise<Response> {
  const read = await showGuide(c.get('ctx'))
  return read.ok
    ? answerPage(c, <GuidePage c={c} guide={read.value} />)
    : refusalResponse(c, read.refusal)
}

async function guideVersions(c: C): Promise<Response> {
  const read = await listGuideVersions(c.get('ctx'))
  return read.ok
    ? answerPage(c, <GuideVersionsPage c={c} versions={read.value.items} />)
    : refusalResponse(c, read.refusal)
}

async function guideVersion(c: C): Promise<Response> {
  const read = await showGuideVersion(c.get('ctx'), Number(c.req.param('n')))
  return read.ok
    ? answerPage(c, <GuidePage c={c} guide={read.value} />)
    : refusalResponse(c, read.refusal)
}

async function institution(c: C): Promise<Response> {
  const read = await showInstitution(c.get('ctx'))
  return read.ok
    ? answerPage(c, <InstitutionPage c={c} cards={read.value.items} />)
    : refusalResponse(c, read.refusal)
}

async function standardCatalog(c: C): Promise<Response> {
  const read = await showStandardCatalog(c.get('ctx'))
  return read.ok
    ? answerPage(c, <StandardCatalogPage c={c} catalog={read.value} />)
    : refusalResponse(c, read.refusal)
}

/** Leads from an index number to its item, wherever it stands now (索引号永久地址). */
async function byNumber(c: C): Promise<Response> {
  const { ctx, region, site, parts } = c.var
  const found = await findByNumber(ctx, region, c.req.param('number') ?? '')
  if (!found.ok) return refusalResponse(c, found.refusal)
  const { agencyId, itemId } = found.value
  const agency = parts.resolver.byId(agencyId)
  // A way within the site stays on the host that was asked.
  if (agency === null || agencyId === site.agency.id) return c.redirect(site.to.item(itemId), 301)
  return c.redirect(`${parts.resolver.originOf(agency)}${pathsUnder('').item(itemId)}`, 301)
}
