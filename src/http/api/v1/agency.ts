import * as z from 'zod'
import { agencyView, listAgencies } from '../../../usecases/agency/list-agencies.ts'
import { answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'
import { pageOfWhole, wholeListQuery } from '../whole-list.ts'
import { ok } from '../../../domain/shared/refusal.ts'

const agencySchema = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  shortName: z.string(),
  level: z.enum(['prefecture', 'county', 'township']),
  kind: z.enum(['government', 'bureau', 'public-utility']),
  parentId: z.string().nullable(),
  origin: z.string(),
  channelPrefix: z.string(),
  siteIdCode: z.string(),
  divisionCode: z.string(),
  formerNames: z.array(z.object({ name: z.string(), until: z.string() })),
  closed: z.object({ on: z.string(), successor: z.string() }).nullable(),
})

/** 机关: who this is, and who lies below. */
export const agencyOperations = [
  operation({
    method: 'GET',
    path: '/agency',
    summary: '本机关的名称、层级、网址和标识码',
    access: 'public',
    answers: [{ status: 200, description: '本机关', schema: agencySchema }],
    handle: (c) =>
      answerPublic(c, ok(agencyView(c.var.site.agency, c.var.parts.resolver.originOf))),
  }),
  operation({
    method: 'GET',
    path: '/agencies',
    summary: '本机关及其下级机关',
    access: 'public',
    query: { under: z.string().max(64).optional(), ...wholeListQuery },
    answers: [
      {
        status: 200,
        description: '机关名单',
        schema: z.object({ items: z.array(agencySchema), next: z.string().nullable() }),
      },
      { status: 404, description: 'under 不是本机关或者它的下级' },
    ],
    handle: (c, query) =>
      answerPublic(
        c,
        pageOfWhole(
          c,
          listAgencies(
            c.var.region,
            c.var.site.agency,
            query.under ?? null,
            c.var.parts.resolver.originOf,
          ),
          query,
        ),
      ),
  }),
]
