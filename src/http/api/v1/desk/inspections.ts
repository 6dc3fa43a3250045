import * as z from 'zod'
import { fileInspection } from '../../../../usecases/item/files/inspect-file.ts'
import { showInspection } from '../../../../usecases/item/files/show-inspection.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'

/** 附件检查: what staff must know of a file before it is published. */
export const deskInspectionOperations = [
  operation({
    method: 'GET',
    path: '/desk/items/:id/files/:file/inspection',
    summary: '附件检查结果：个人信息（已遮盖）、隐藏内容和文件痕迹、未能扫描的原因',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '检查结果',
        schema: z.object({
          file: z.string(),
          name: z.string(),
          scan: z.enum(['pending', 'clean', 'infected']),
          inspection: fileInspection.nullable(),
        }),
      },
      { status: 404, description: '没有这个附件' },
    ],
    handle: async (c) => {
      const [item, file] = [c.req.param('id') ?? '', c.req.param('file') ?? '']
      return answer(c, await showInspection(c.var.ctx, item, file))
    },
  }),
]
