import type { Agency } from '../../domain/agency/agency.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { NewEvent } from '../../domain/shared/journal.ts'
import type { Result } from '../../domain/shared/refusal.ts'
import type { Statement } from '../../store/statement.ts'
import type { Ctx, Message } from '../context.ts'

/** A letter as its reader gets it: its content parsed from JSON, its sender a known agency. */
export type ArrivedLetter = Letter & { content: unknown; from: Agency }

/** What a letter does here: what is committed with it, and the day by which it wants an answer. */
export type LetterEffect = {
  events: readonly NewEvent[]
  statements: readonly Statement[]
  dueOn: string | null
  /** sent on after the commit; their letters stand in the outbox anyhow */
  messages?: readonly Message[]
}

/** Reads a letter of one kind and says what it does; a refusal means that nobody can ever do it. */
export type LetterReader = (ctx: Ctx, letter: ArrivedLetter) => Promise<Result<LetterEffect>>
