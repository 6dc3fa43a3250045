import * as z from 'zod'
import { guideFieldNames, guideInput } from '../../../domain/catalog/guide.ts'
import { publishGuide } from '../../../usecases/catalog/publish-guide.ts'
import {
  listGuideVersions,
  showGuide,
  showGuideVersion,
} from '../../../usecases/catalog/show-guide.ts'
import { answer, answerPublic } from '../answer.ts'
import { numberInPath } from '../number-in-path.ts'
import { operation } from '../operation.ts'
import { readCreation } from '../read-creation.ts'
import { pageOfWhole, wholeListQuery } from '../whole-list.ts'

const version = z.object({
  version: z.number().int(),
  current: z.boolean(),
  note: z.string().nullable(),
  publishedAt: z.string().nullable(),
})
const guide = version.extend({ fields: z.record(z.enum(guideFieldNames), z.string()) })
const shown = { status: 200, description: '指南', schema: guide }

/** 公开指南: the one in force, every earlier version, a new one. */
export const guideOperations = [
  operation({
    method: 'GET',
    path: '/guide',
    summary: '现行的政府信息公开指南',
    access: 'public',
    answers: [shown],
    handle: async (c) => answerPublic(c, await showGuide(c.var.ctx)),
  }),
  operation({
    method: 'GET',
    path: '/guide/versions',
    summary: '公开指南的历次版本',
    access: 'public',
    query: wholeListQuery,
    answers: [
      {
        status: 200,
        description: '历次版本',
        schema: z.object({ items: z.array(version), next: z.string().nullable() }),
      },
    ],
    handle: async (c, query) =>
      answerPublic(c, pageOfWhole(c, await listGuideVersions(c.var.ctx), query)),
  }),
  operation({
    method: 'GET',
    path: '/guide/versions/:n',
    summary: '公开指南的某一版',
    access: 'public',
    answers: [shown, { status: 404, description: '没有这一版' }],
    handle: async (c) =>
      answerPublic(c, await showGuideVersion(c.var.ctx, numberInPath(c.req.param('n') ?? ''))),
  }),
  operation({
    method: 'POST',
    path: '/desk/guide',
    summary: '发布新版公开指南，法定内容缺一不可',
    access: 'staff',
    creates: true,
    body: { schema: guideInput, mediaTypes: ['application/json'] },
    answers: [
      shown,
      { status: 400, description: '缺少法定内容，逐项指出' },
      { status: 409, description: '别人刚刚发布了新版' },
    ],
    handle: async (c) => {
      const given = await readCreation(c)
      if (!given.ok) return answer(c, given)
      const { raw, key } = given.value
      return answer(c, await publishGuide(c.var.ctx, raw, key))
    },
  }),
]
