import type { FigureRow } from '../../store/tenant/catalog/catalog.ts'
import type { ColumnCheck } from '../../store/tenant/catalog/column-check.ts'
import type { SelfCheckRow } from '../../store/tenant/self-check.ts'
import type {
  BackdatedRow,
  GuideTallyRow,
  LinkRow,
  NewestRow,
  OpenIncidentRow,
  PoorGuideRow,
  UnlinkedRow,
  WaitingComplaintRow,
  WaitingTopicRow,
} from '../../store/tenant/self-inspection.ts'

/** What one round trip of the self-inspection reads, in the order of its statements. */
export type Read = readonly [
  NewestRow,
  FigureRow,
  ColumnCheck,
  WaitingTopicRow,
  WaitingComplaintRow,
  { at: number | null },
  OpenIncidentRow,
  BackdatedRow,
  GuideTallyRow,
  PoorGuideRow,
  UnlinkedRow,
  SelfCheckRow,
  LinkRow,
]
