import type { Context } from 'hono'
import * as z from 'zod'
import { ok } from '../../../domain/shared/refusal.ts'
import { countFacets } from '../../../usecases/item/finding/find-items.ts'
import { itemQuery } from '../../../usecases/item/finding/item-query.ts'
import type { OriginOf } from '../../../usecases/item/item-view.ts'
import { listItems } from '../../../usecases/item/list-items.ts'
import { listRegionItems } from '../../../usecases/item/list-region-items.ts'
import { readItemFile } from '../../../usecases/item/files/read-file.ts'
import { listEditions, showEdition } from '../../../usecases/item/show-editions.ts'
import { showItem } from '../../../usecases/item/show-item.ts'
import type { AppEnv } from '../../app-env.ts'
import { downloadsOf } from '../../item-document.ts'
import { answerItemFile } from '../../item-file.ts'
import { answerPublic, linkNext } from '../answer.ts'
import { numberInPath } from '../number-in-path.ts'
import { operation } from '../operation.ts'
import { pageOfWhole, wholeListQuery } from '../whole-list.ts'
import {
  editionSchema,
  editionTextSchema,
  facetsSchema,
  itemPageSchema,
  itemSchema,
} from './item-schema.ts'

/** 公开信息: listings, items, attachments. */
export const itemOperations = [
  operation({
    method: 'GET',
    path: '/items',
    summary: '已公开的信息，可按栏目、主题、体裁等筛选，可检索，新的在前',
    access: 'public',
    query: itemQuery,
    answers: [
      { status: 200, description: '一页信息', schema: itemPageSchema },
      { status: 400, description: '参数不对' },
    ],
    handle: async (c, query) => {
      const { ctx, region } = c.var
      const originOf = originsOf(c)
      const page =
        query.scope === 'subtree'
          ? await listRegionItems(ctx, region, query, originOf)
          : await listItems(ctx, query, originOf)
      if (page.ok) linkNext(c, page.value.next)
      return answerPublic(c, page)
    },
  }),
  operation({
    method: 'GET',
    path: '/items/facets',
    summary: '按栏目、年份、主题、体裁、有效性、发布机构还能筛出多少条；条件与信息列表相同',
    access: 'public',
    query: itemQuery,
    answers: [
      {
        status: 200,
        description: '各分类的件数；total.capped 为 true 时，件数是最新 90 条匹配信息中的件数',
        schema: facetsSchema,
      },
      { status: 400, description: '参数不对' },
    ],
    handle: async (c, query) =>
      answerPublic(c, await countFacets(c.get('ctx'), c.get('region'), query)),
  }),
  operation({
    method: 'GET',
    path: '/items/:id',
    summary: '一条信息的全部内容',
    access: 'public',
    answers: [
      { status: 200, description: '这条信息', schema: itemSchema },
      { status: 301, description: '已经并入另一条信息' },
      { status: 404, description: '没有这条信息' },
      { status: 410, description: '已经撤回或者被替代，附公开的理由' },
    ],
    handle: async (c) => {
      const shown = await showItem(c.get('ctx'), param(c, 'id'), originsOf(c))
      if (!shown.ok) return answerPublic(c, shown)
      const { value } = shown
      const attachments = value.attachments.map((file) => withHref(c, value.id, file))
      return answerPublic(c, ok({ ...value, attachments, downloads: downloadsOf(c, value.id) }))
    },
  }),
  operation({
    method: 'GET',
    path: '/items/:id/editions',
    summary: '一条信息的历次版本和修改说明，新的在前',
    access: 'public',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '历次版本',
        schema: z.object({ items: z.array(editionSchema), next: z.string().nullable() }),
      },
      { status: 404, description: '没有这条信息' },
    ],
    handle: async (c, query) => {
      const listed = await listEditions(c.get('ctx'), param(c, 'id'))
      const whole = listed.ok ? ok({ items: listed.value }) : listed
      return answerPublic(c, pageOfWhole(c, whole, query))
    },
  }),
  operation({
    method: 'GET',
    path: '/items/:id/editions/:n',
    summary: '某一版本的全文，以及它的前一版本',
    access: 'public',
    answers: [
      { status: 200, description: '这一版本', schema: editionTextSchema },
      { status: 404, description: '没有这个版本，或者它不再公开' },
    ],
    handle: async (c) =>
      answerPublic(c, await showEdition(c.get('ctx'), param(c, 'id'), numberInPath(param(c, 'n')))),
  }),
  operation({
    method: 'GET',
    path: '/items/:id/files/:file',
    summary: '下载一个附件',
    access: 'public',
    answers: [
      { status: 200, description: '文件', mediaType: 'application/octet-stream' },
      { status: 206, description: '文件的一段', mediaType: 'application/octet-stream' },
      { status: 404, description: '没有这个附件，或者信息不再公开' },
      { status: 416, description: '要取的一段超出了文件的末尾' },
    ],
    handle: async (c) => {
      const file = await readItemFile(c.get('ctx'), param(c, 'id'), param(c, 'file'))
      return file.ok ? answerItemFile(c, file.value) : answerPublic(c, file)
    },
  }),
]

function withHref<F extends { id: string }>(
  c: Context<AppEnv>,
  item: string,
  file: F,
): F & { href: string } {
  const path = `/items/${encodeURIComponent(item)}/files/${encodeURIComponent(file.id)}`
  return { ...file, href: c.get('site').to.api(path) }
}

function originsOf(c: Context<AppEnv>): OriginOf {
  return (agency) => c.get('parts').resolver.originOf(agency)
}

function param(c: Context<AppEnv>, name: string): string {
  return c.req.param(name) ?? ''
}
