import type { Role } from '../shared/actor.ts'
import type { Transition } from '../shared/machine.ts'
import type { ItemAction, ItemState, ReviewLevel } from './states.ts'

/** Those who write (起草). */
const drafting = ['information-officer', 'handler', 'registrar', 'head'] as const
/** Those who approve what goes out (外网审核发布). */
const publishing = ['head', 'final-reviewer'] as const
/** Those who may take something away in an emergency (紧急清除). */
const guarding = ['head', 'final-reviewer', 'first-reviewer', 'information-officer'] as const

const drawUp = '党政机关公文处理工作条例'
const attributeLaw = '政府信息公开条例第十七条'
const secrecyLaw = '保守国家秘密法实施条例第四十二条'
const publishLaw = '政府信息公开条例第二十六条'
const holdLaw = '政府信息公开条例第十四条至第十六条'
const reassessLaw = '政府信息公开条例第十八条'
const displayLaw = '国办发〔2020〕49号（公示期限届满、移出名单）'
const accuracyLaw = '政府信息公开条例第六条'

/**
 * A step of an item; some are open only while the public reads an edition of it, or while its address
 * tells anything of it at all, some only to who began the edition under way or to a head.
 */
export type ItemTransition = Transition<ItemState, ItemAction> & {
  needs?: 'live' | 'told'
  byAuthor?: true
}

/** States in which an edition is being worked on. */
const working = [
  'draft',
  'first-review',
  'second-review',
  'final-review',
  'approved',
  'scheduled',
] as const

const reviewers: Readonly<Record<ReviewLevel, readonly Role[]>> = {
  first: ['first-reviewer'],
  second: ['first-reviewer', 'final-reviewer'],
  final: ['final-reviewer'],
}

/** How an item ends, and where it stands then; each is open in whatever state its live edition has. */
const endings = [
  { action: 'withdraw', to: 'withdrawn', roles: publishing, law: accuracyLaw },
  { action: 'replace', to: 'replaced', roles: publishing, law: accuracyLaw },
  { action: 'merge', to: 'merged', roles: publishing, law: accuracyLaw },
  { action: 'repeal', to: 'repealed', roles: publishing, law: drawUp },
  { action: 'remove', to: 'gone', roles: guarding, law: secrecyLaw },
  { action: 'lapse', to: 'lapsed', roles: ['system'], law: displayLaw },
] as const

/**
 * The lifecycle of an item (公开信息流转表): pages, calls, the public diagram and tests read this
 * table. Any change of an edition under way brings it back to `draft`, so its reviews are void.
 */
export const itemLifecycle: readonly ItemTransition[] = [
  ...working.map((from) => row(from, 'edit', 'draft', drafting, drawUp)),
  row('draft', 'submit', 'first-review', drafting, attributeLaw),
  ...(['first-review', 'second-review', 'final-review'] as const).map((from) =>
    row(from, 'recall', 'draft', drafting, drawUp),
  ),
  row('first-review', 'approve', 'final-review', reviewers.first, secrecyLaw),
  row('first-review', 'approve', 'second-review', reviewers.first, secrecyLaw),
  row('second-review', 'approve', 'final-review', reviewers.second, secrecyLaw),
  row('final-review', 'approve', 'approved', reviewers.final, secrecyLaw),
  row('first-review', 'return', 'draft', reviewers.first, secrecyLaw),
  row('second-review', 'return', 'draft', reviewers.second, secrecyLaw),
  row('final-review', 'return', 'draft', reviewers.final, secrecyLaw),
  row('approved', 'publish', 'published', publishing, publishLaw),
  row('approved', 'schedule', 'scheduled', publishing, publishLaw),
  row('approved', 'hold', 'held', publishing, holdLaw),
  row('approved', 'return', 'draft', publishing, secrecyLaw),
  row('scheduled', 'publish', 'published', [...publishing, 'system'], publishLaw),
  row('scheduled', 'unschedule', 'approved', [...publishing, 'system'], publishLaw),
  row('held', 'reassess', 'held', publishing, reassessLaw),
  ...(['published', 'held', 'repealed', 'withdrawn', 'replaced', 'gone', 'lapsed'] as const).map(
    (from) => row(from, 'edit', 'draft', drafting, accuracyLaw),
  ),
  ...([...working, 'published', 'repealed'] as const).flatMap((from) =>
    endings
      // Repealing tells of the edition that readers have, so none may be under way.
      .filter(({ to }) => to !== 'repealed' || from === 'published')
      .map(({ action, to, roles, law }): ItemTransition => {
        return { from, action, to, roles, law, needs: action === 'remove' ? 'told' : 'live' }
      }),
  ),
  // Back to what readers have all along; its reviews stand in the journal with their own edition.
  ...working.flatMap((from) =>
    (['published', 'repealed'] as const).map((to): ItemTransition => {
      const [action, roles, law] = ['discard', drafting, drawUp] as const
      return { from, action, to, roles, law, needs: 'live', byAuthor: true }
    }),
  ),
  // Their addresses still tell a title and a reason, and these may be what must go.
  row('withdrawn', 'remove', 'gone', guarding, secrecyLaw),
  row('replaced', 'remove', 'gone', guarding, secrecyLaw),
  { ...row('held', 'remove', 'gone', guarding, secrecyLaw), needs: 'told' },
]

/** The level at which a state waits for a reviewer; null where none is awaited. */
export function levelOf(state: ItemState): ReviewLevel | null {
  switch (state) {
    case 'first-review':
      return 'first'
    case 'second-review':
      return 'second'
    case 'final-review':
      return 'final'
    default:
      return null
  }
}

/** Where an approval leads, for an agency with two or three levels of review. */
export function afterApproval(level: ReviewLevel, levels: 2 | 3): ItemState {
  if (level === 'final') return 'approved'
  return level === 'first' && levels === 3 ? 'second-review' : 'final-review'
}

function row(
  from: ItemState,
  action: ItemAction,
  to: ItemState,
  roles: ItemTransition['roles'],
  law: string,
): ItemTransition {
  return { from, action, to, roles, law }
}
