import type { Role } from '../../../src/domain/shared/actor.ts'
import type { Result } from '../../../src/domain/shared/refusal.ts'
import { actOnNorm } from '../../../src/usecases/norm/act-on-norm.ts'
import { draftNorm } from '../../../src/usecases/norm/draft-norm.ts'
import type { NormView } from '../../../src/usecases/norm/show-norm.ts'
import { officer, type House } from '../../support/house.ts'
import { importInto } from '../item/import-files.ts'

/** Publishes an item as it would come from the old site and answers its id. */
export async function publishItem(
  house: House,
  agency: string,
  title: string,
  publishedOn: string,
): Promise<string> {
  await importInto(house, agency, [
    {
      id: `${agency}-${title}`,
      title,
      publishedOn,
      column: '行政法规、规章和规范性文件',
      genre: '通知',
      body: `${title}。第一条 为规范管理，制定本办法。`,
    },
  ])
  const row = (await house.rows(agency, 'published')).find((one) => one['title'] === title)
  return String(row?.['id'])
}

/** The value of a result; a refusal fails the test with its code. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

/** Takes a step as the only holder of a role. */
export async function act(
  house: House,
  agency: string,
  id: string,
  action: string,
  role: Role,
  raw: unknown,
  at: string,
): Promise<Result<NormView>> {
  return actOnNorm(await house.ctx(agency, officer(role), at), id, action, raw)
}

/** Brings a new document, whose text lies in an item, as far as its registration. */
export async function registered(
  house: House,
  agency: string,
  title: string,
  at: string,
  textOn = at.slice(0, 10),
): Promise<NormView> {
  const ctx = await house.ctx(agency, officer('information-officer'), at)
  const { id } = valueOf(await draftNorm(ctx, { title }))
  const item = await publishItem(house, agency, title, textOn)
  valueOf(await act(house, agency, id, 'submit', 'information-officer', { item }, at))
  valueOf(await act(house, agency, id, 'pass', 'legal-reviewer', { opinion: '合法' }, at))
  return valueOf(await act(house, agency, id, 'register', 'head', {}, at))
}

/** Brings a new document as far as its publication. */
export async function published(
  house: House,
  agency: string,
  title: string,
  at: string,
): Promise<NormView> {
  const { id } = await registered(house, agency, title, at)
  return valueOf(await act(house, agency, id, 'publish', 'head', {}, at))
}
