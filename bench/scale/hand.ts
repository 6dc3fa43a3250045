import type { Operator } from '../../scripts/runtime/operator-client.ts'
import type { ResolvedAgency } from '../../scripts/tenants/resolve.ts'
import type { Client, Told } from './client.ts'
import { look, type LagWatch } from './lag.ts'
import type { PlayedEvent } from './ledger.ts'
import { pause } from './pause.ts'
import type { Post } from './people.ts'

type Call = {
  path: string
  /** whose session is shown */ post?: Post
  authorization?: string
  body?: unknown
  /** what the event is of, where it is reported upward */ entity?: string
  /** finds that in the answer */ reads?: (told: unknown) => string
}

/** Everybody of one agency: takes steps through the open door, and notes what each took and cost. */
export type Hand = {
  /** The year whose figures can be attested */ lastYear: string
  /** A step that changes something; throws when it is refused */
  act(verb: string, call: Call): Promise<unknown>
  /** Something that is only looked at */
  read(verb: string, call: Call): Promise<unknown>
  /** Waits until a field of a row of the agency is as wanted; its asking stands in no account */
  until(sql: string, id: string, isSo: (value: unknown) => boolean): Promise<void>
}

/** What the hands of a day share. */
export type Stage = {
  client: Client
  operator: Operator
  watch: LagWatch
  tokensOf(agency: string): Promise<Readonly<Record<Post, string>>>
  /** Takes down an event, now or when the region has it */
  note(event: Promise<PlayedEvent>): void
}

const patience = 60_000

/** Opens the hand of an agency. */
export function handOf({ agency, binding }: ResolvedAgency, stage: Stage): Hand {
  const ask = async (
    method: 'GET' | 'POST',
    { path, post, body, ...rest }: Call,
  ): Promise<Told> => {
    const authorization =
      post === undefined ? rest.authorization : `Bearer ${(await stage.tokensOf(agency.id))[post]}`
    return stage.client.ask({ agency, method, path, authorization, body })
  }
  return {
    lastYear: String(new Date().getFullYear() - 1),
    async act(verb, call) {
      const told = await ask('POST', call)
      const { status, ms, cost } = told
      const isDone = status < 300
      const answer: unknown = isDone ? JSON.parse(told.text) : null
      const entity = isDone ? (call.reads?.(answer) ?? call.entity) : undefined
      const event = { verb, status, ms, cost }
      stage.note(
        entity === undefined
          ? Promise.resolve({ ...event, lag: null })
          : stage.watch
              .follow({ agency: agency.id, binding, entity })
              .then((lag) => ({ ...event, lag: lag ?? -1 })),
      )
      if (!isDone) throw new Error(`${verb}：${status} ${told.text.slice(0, 200)}`)
      return answer
    },
    async read(verb, call) {
      const told = await ask('GET', call)
      if (told.status >= 300) throw new Error(`${verb}：${told.status} ${told.text.slice(0, 200)}`)
      return JSON.parse(told.text)
    },
    async until(sql, id, isSo) {
      const end = performance.now() + patience
      for (;;) {
        const [row] = await look(stage.operator, binding, sql, [id])
        if (isSo(Object.values(row ?? {})[0])) return
        if (performance.now() > end) throw new Error('等候登记超时')
        await pause(40)
      }
    },
  }
}
