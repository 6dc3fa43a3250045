import { type Wanted, wantedOf } from '../../../domain/application/same-request/alike.ts'
import {
  type Asker,
  type Grouping,
  groupRequest,
} from '../../../domain/application/same-request/group.ts'
import { marksOf } from '../../../domain/application/same-request/marks.ts'
import {
  type SameRequestRule,
  sameRequestRule,
} from '../../../domain/application/same-request/rules.data.ts'
import { tellingOf, withoutApplicant } from '../../../domain/application/without-applicant.ts'
import type { NewEvent } from '../../../domain/shared/journal.ts'
import { ok, refuse, type Result } from '../../../domain/shared/refusal.ts'
import { localDateOf } from '../../../domain/time/instant.ts'
import { commit, type Plan } from '../../../store/commit.ts'
import type { Keyring } from '../../../store/keyring.ts'
import { readBatch } from '../../../store/read.ts'
import type { Statement } from '../../../store/statement.ts'
import { settleTopic } from '../../../store/tenant/clear-topic.ts'
import {
  type CandidateRow,
  insertMarks,
  insertSameRequest,
  joinSameRequest,
  type OwnRow,
  type SameRequestRow,
  selectCandidates,
  selectGroupOf,
  selectSameRequest,
} from '../../../store/tenant/application/same-request.ts'
import type { Ctx } from '../../context.ts'
import { may, turnAway } from '../../permissions.ts'
import { readRow } from '../read-case.ts'
import { openPersonal } from '../instrument/seal.ts'

/** How often another try is made when two comparisons meet. */
const maxTries = 5

/**
 * Compares a registered request with those before it (同类申请比对, 条例第44条): several applicants for the
 * same raise a proposal to publish. First its marks stand, then it looks for others, so that of two
 * at once one sees the other. Any number of deliveries groups it once.
 */
export async function compareRequest(ctx: Ctx, receipt: string): Promise<Result<null>> {
  if (!may(ctx.actor, 'application.register')) return turnAway(ctx.actor)
  const row = await readRow(ctx, receipt)
  if (row === null) return refuse({ code: 'not-found' })
  const settled = settleTopic('application', receipt, 'compare')
  const percent = ctx.agency.settings.sameRequestPercent
  const rule = sameRequestRule(localDateOf(row.arrived_at), percent)
  const wanted = await openWanted(ctx.keys, receipt, row.sealed)
  const marks = rule === null ? [] : await keyed(ctx.keys, marksOf(wanted))
  if (rule === null || marks.length === 0) {
    await commit(ctx, { events: [], statements: [settled] })
    return ok(null)
  }
  await commit(ctx, { events: [], statements: insertMarks(receipt, marks) })
  for (let attempt = 0; attempt < maxTries; attempt += 1) {
    const plan = await compared(ctx, { receipt, wanted, marks, rule })
    const done = await commit(ctx, { ...plan, statements: [...plan.statements, settled] })
    if (done.ok) return ok(null)
  }
  return refuse({ code: 'busy' })
}

type Compared = { receipt: string; wanted: Wanted; marks: readonly string[]; rule: SameRequestRule }

async function compared(ctx: Ctx, { receipt, wanted, marks, rule }: Compared): Promise<Plan> {
  const [[own], rows] = await readBatch<[OwnRow, CandidateRow]>(ctx.db, [
    selectGroupOf(receipt),
    selectCandidates(receipt, marks),
  ])
  if (own === undefined || own.groupId !== null) return { events: [], statements: [] }
  const candidates = await Promise.all(
    rows.map(async ({ receipt: other, applicant, sealed, groupId }) => ({
      receipt: other,
      applicant,
      group: groupId,
      wanted: await openWanted(ctx.keys, other, sealed),
    })),
  )
  const asker = { receipt, applicant: own.applicant, wanted }
  return planOf(ctx, asker, groupRequest(asker, candidates, rule))
}

async function planOf(ctx: Ctx, own: Asker, found: Grouping): Promise<Plan> {
  switch (found.kind) {
    case 'alone':
      return { events: [], statements: [] }
    case 'join':
      return joining(ctx, own, found.group)
    case 'raise': {
      const id = ctx.newId()
      const { members, applicants } = found
      const data = { cases: members.length, applicants }
      const statements = insertSameRequest(
        { id, raisedAt: ctx.now, nApplicants: applicants },
        members.map(({ receipt, applicant }) => ({ receipt, applicant })),
      )
      return { events: [{ ...at(id, 1), kind: 'same-request.raised', data }], statements }
    }
    default:
      return found satisfies never
  }
}

async function joining(
  ctx: Ctx,
  own: Asker,
  id: string,
): Promise<{ events: NewEvent[]; statements: Statement[] }> {
  const [[group]] = await readBatch<[SameRequestRow]>(ctx.db, [selectSameRequest(id)])
  if (group === undefined) throw new Error('a proposal is gone')
  const version = group.version + 1
  return {
    events: [{ ...at(id, version), kind: 'same-request.joined', data: {} }],
    statements: joinSameRequest(id, version, own),
  }
}

function at(id: string, seq: number): Pick<NewEvent, 'entity' | 'entityId' | 'seq'> {
  return { entity: 'same-request', entityId: id, seq }
}

/** What a request asks for, its applicant taken out. */
async function openWanted(keys: Keyring, receipt: string, sealed: string): Promise<Wanted> {
  const personal = await openPersonal(keys, receipt, sealed)
  const subject = withoutApplicant(personal['request.subject'] ?? '', tellingOf(personal, []))
  return wantedOf(subject, personal['request.docNumber'])
}

/** Marks as they are kept (标记加密): who reads the table learns nothing of what was asked. */
async function keyed(keys: Keyring, marks: readonly string[]): Promise<string[]> {
  const digests = await Promise.all(marks.map((mark) => keys.mac('request-mark', mark)))
  return digests.map((digest) => digest.slice(0, 20))
}
