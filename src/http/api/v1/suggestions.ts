import * as z from 'zod'
import { suggest } from '../../../usecases/item/finding/suggest.ts'
import { answerPublic } from '../answer.ts'
import { operation } from '../operation.ts'

const longest = 100

/** 检索建议: what to look for, while someone types. */
export const suggestionOperations = [
  operation({
    method: 'GET',
    path: '/suggestions',
    summary: '边输入边提示可以检索的词：正式用语、栏目、主题、体裁和标题中的词组',
    access: 'public',
    query: { q: z.string().max(longest) },
    answers: [
      {
        status: 200,
        description: '最多 8 条；kind 为 column 时 value 是栏目标识',
        schema: z.object({
          items: z.array(
            z.object({
              kind: z.enum(['column', 'theme', 'genre', 'official', 'title']),
              text: z.string(),
              value: z.string(),
            }),
          ),
        }),
      },
      { status: 400, description: '参数不对' },
    ],
    handle: async (c, { q }) => {
      const found = await suggest(c.get('ctx'), q)
      const answered = answerPublic(
        c,
        found.ok ? { ok: true, value: { items: found.value } } : found,
      )
      // Long enough for a word typed twice, short enough that what is withdrawn goes at once.
      if (found.ok) answered.headers.set('cache-control', 'public, max-age=30')
      return answered
    },
  }),
]
