import type { Context } from 'hono'
import * as z from 'zod'
import { evidenceSchema } from '../../../../domain/report/bulletin/finding.ts'
import { answerInput } from '../../../../domain/report/bulletin/input.ts'
import { bulletinLetter } from '../../../../domain/report/bulletin/letter-content.ts'
import { sheetSchema } from '../../../../domain/report/bulletin/sheet.ts'
import { receivedFindingStates } from '../../../../domain/report/bulletin/told.ts'
import { objectionInput } from '../../../../domain/report/bulletin/sheet-letter.ts'
import { ok, type Result } from '../../../../domain/shared/refusal.ts'
import { toRfc3339 } from '../../../../domain/time/instant.ts'
import { answerFinding } from '../../../../usecases/report/bulletin/answer-finding.ts'
import { objectToSheet } from '../../../../usecases/report/bulletin/object.ts'
import {
  listReceivedBulletins,
  showReceivedBulletin,
} from '../../../../usecases/report/bulletin/show-received.ts'
import type { AppEnv } from '../../../app-env.ts'
import { answer } from '../../answer.ts'
import { operation } from '../../operation.ts'
import { readJson } from '../../read-body.ts'

type C = Context<AppEnv>

const json = ['application/json']
const text = z.string()
const list = {
  status: 200,
  description: '收到的简报、要求整改的问题、可以提出异议的考核表',
  schema: z.object({
    bulletins: z.array(
      z.object({
        letter: text,
        sender: text,
        bulletin: text,
        kind: text,
        period: text,
        title: text,
        number: text.nullable(),
        receivedAt: text,
      }),
    ),
    findings: z.array(
      z.object({
        sender: text,
        id: text,
        version: z.int(),
        state: z.enum(receivedFindingStates),
        what: text,
        evidence: evidenceSchema,
        firstPeriod: text,
        times: z.int(),
        dueOn: text,
        isOverdue: z.boolean(),
        answer: text.nullable(),
        answeredOn: text.nullable(),
        opinion: text.nullable(),
      }),
    ),
    sheets: z.array(
      z.object({
        sender: text,
        bulletin: text,
        version: z.int(),
        state: text,
        title: text,
        sheet: sheetSchema,
        objectBy: text,
        mayObject: z.boolean(),
        objection: text.nullable(),
        reason: text.nullable(),
      }),
    ),
    next: z.null(),
  }),
}
const conflict = { status: 409, description: '现在不能办理，或者别人办过' }

/** 收到的简报: what the office above sent down, and the answers to it. */
export const deskReceivedBulletinOperations = [
  operation({
    method: 'GET',
    path: '/desk/received-bulletins',
    summary: '上级印发的简报、要求整改的问题和考核表',
    access: 'staff',
    answers: [list],
    handle: (c) => answerList(c),
  }),
  operation({
    method: 'GET',
    path: '/desk/received-bulletins/:letter',
    summary: '收到的一份简报',
    access: 'staff',
    answers: [
      {
        status: 200,
        description: '简报的正文、数字、机关表和问题',
        schema: z.object({ sender: z.string(), content: bulletinLetter }),
      },
      { status: 404, description: '没有收到这份简报' },
    ],
    handle: async (c) => answer(c, await showReceivedBulletin(c.var.ctx, param(c, 'letter'))),
  }),
  operation({
    method: 'POST',
    path: '/desk/received-findings/:finding/answer',
    summary: '答复一个要求整改的问题；地址中是上级的编号、一点和问题的编号',
    access: 'staff',
    body: { schema: answerInput, mediaTypes: json },
    answers: [list, { status: 404, description: '没有这个问题' }, conflict],
    handle: (c) => say(c, 'finding', (from, id, raw) => answerFinding(c.var.ctx, from, id, raw)),
  }),
  operation({
    method: 'POST',
    path: '/desk/received-sheets/:sheet/objection',
    summary: '对考核表提出一次异议，写明哪几项记分；地址中是上级的编号、一点和简报的编号',
    access: 'staff',
    body: { schema: objectionInput, mediaTypes: json },
    answers: [list, { status: 404, description: '没有这份考核表' }, conflict],
    handle: (c) => say(c, 'sheet', (from, id, raw) => objectToSheet(c.var.ctx, from, id, raw)),
  }),
]

async function say(
  c: C,
  name: string,
  verb: (sender: string, id: string, raw: unknown) => Promise<Result<null>>,
): Promise<Response> {
  const body = await readJson(c)
  if (!body.ok) return answer(c, body)
  const [sender = '', id = ''] = param(c, name).split('.')
  const done = await verb(sender, id, body.value)
  return done.ok ? answerList(c) : answer(c, done)
}

async function answerList(c: C): Promise<Response> {
  const listed = await listReceivedBulletins(c.var.ctx)
  if (!listed.ok) return answer(c, listed)
  const { bulletins, findings, sheets } = listed.value
  return answer(
    c,
    ok({
      bulletins: bulletins.map(({ letter_id: letter, doc_number: number, ...row }) => ({
        letter,
        sender: row.sender,
        bulletin: row.bulletin,
        kind: row.kind,
        period: row.period,
        title: row.title,
        number,
        receivedAt: toRfc3339(row.received_at),
      })),
      findings,
      sheets,
      next: null,
    }),
  )
}

function param(c: C, name: string): string {
  return c.req.param(name) ?? ''
}
