import type * as z from 'zod'
import { newPlace } from '../../../domain/application/transfer.ts'
import type { Keyring } from '../../../store/keyring.ts'
import type { TransferRow } from '../../../store/tenant/application/transfer.ts'

type Place = z.output<typeof newPlace>
type Sent = Pick<TransferRow, 'id' | 'application_id' | 'sealed'>

/** Seals receipt and query password that a transferred case has at its new agency. */
export async function sealPlace(keys: Keyring, sent: Sent, place: Place): Promise<string> {
  return keys.seal(bound(sent), JSON.stringify(place))
}

/** Opens them, or null while the new agency has not registered it. */
export async function openPlace(keys: Keyring, sent: Sent): Promise<Place | null> {
  if (sent.sealed === null) return null
  return newPlace.parse(JSON.parse(await keys.open(bound(sent), sent.sealed)))
}

function bound({ id, application_id: receipt }: Sent): string {
  return `application.transfer.${id}|${receipt}`
}
