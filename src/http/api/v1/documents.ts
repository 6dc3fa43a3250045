import * as z from 'zod'
import { toFormText } from '../../../domain/document/form/text.ts'
import { toText } from '../../../domain/document/to-text.ts'
import { remarkKinds } from '../../../domain/document/place-pictures.ts'
import { documentTree } from '../../../domain/document/tree.ts'
import { ok, type Result } from '../../../domain/shared/refusal.ts'
import {
  convertFile,
  convertPaste,
  maxSourceBytes,
  pastedText,
  type ConvertedDocument,
} from '../../../usecases/item/convert-document.ts'
import { may, turnAway } from '../../../usecases/permissions.ts'
import { pictureSentences } from '../../ui/words/picture.ts'
import { documentWords } from '../../ui/words/document.ts'
import { answer } from '../answer.ts'
import { operation } from '../operation.ts'
import { readJson } from '../read-body.ts'
import { readUpload, uploadSchema } from '../read-upload.ts'

const count = z.number().int()
const converted = z.object({
  title: z.string().nullable(),
  docNumber: z.string().nullable(),
  document: documentTree,
  /** the same as plain text */ body: z.string(),
  /** the same as text for the form, with the marks of headings, lists and tables */ source:
    z.string(),
  /** what is to be known of its pictures, each with the words beside it */
  remarks: z.array(z.object({ kind: z.enum(remarkKinds), near: z.string() })),
  /** pictures kept for 20 hours: the token goes as `pictures` into the item that is drafted or changed */
  pictures: z.object({
    token: z.string().nullable(),
    files: z.array(
      z.object({ name: z.string(), bytes: count, mediaType: z.string(), sha256: z.string() }),
    ),
  }),
  dropped: z.object({ images: count, links: count, hidden: count, active: count, unknown: count }),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
})

/** 自动成文: a file or a paste turned into the form in which documents are kept. */
export const documentOperations = [
  operation({
    method: 'POST',
    path: '/desk/documents/convert',
    summary: '把 Word 文件、网页或文本转成规范的正文结构；正文不保存，Word 里的图片暂存 20 小时',
    access: 'staff',
    body: {
      schema: pastedText,
      form: uploadSchema,
      mediaTypes: ['multipart/form-data', 'application/json'],
    },
    answers: [
      { status: 200, description: '标题、正文结构和需要留意的地方', schema: converted },
      { status: 400, description: '文件类型不对、已损坏或含有宏' },
      { status: 413, description: '文件太大' },
    ],
    handle: async (c) => {
      // Who may not is told so before a body is read for him.
      if (!may(c.var.ctx.actor, 'item.draft')) return answer(c, turnAway(c.var.ctx.actor))
      if (/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
        const json = await readJson(c)
        return answer(c, json.ok ? spelled(convertPaste(c.var.ctx, json.value)) : json)
      }
      const upload = await readUpload(c, maxSourceBytes)
      if (!upload.ok) return answer(c, upload)
      return answer(c, spelled(await convertFile(c.var.ctx, upload.value)))
    },
  }),
]

function spelled(result: Result<ConvertedDocument>): Result<z.output<typeof converted>> {
  if (!result.ok) return result
  const warnings = result.value.warnings.map((code) => {
    const told = code === 'images' ? pictureSentences(result.value.remarks) : []
    return { code, message: documentWords.warnings[code] + told.join('') }
  })
  const { document } = result.value
  return ok({ ...result.value, body: toText(document), source: toFormText(document), warnings })
}
