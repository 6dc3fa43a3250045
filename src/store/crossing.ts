import { type Keyring, openKeyring } from './keyring.ts'

/**
 * What passes sealed between one agency and another (机关之间的密封件): the sender leaves it in its own
 * files, the recipient alone can reach and open it there, and nobody opens what is not his.
 */
export type Crossing = {
  /** seals for another agency and opens nothing else */
  keysTo(agencyId: string): Promise<Keyring>
  /** opens what another agency sealed for this one */
  keysFrom(agencyId: string): Promise<Keyring>
  /** Reads what another agency left for this one, or null. */
  get(agencyId: string, passage: string, name: string): Promise<Uint8Array<ArrayBuffer> | null>
}

/** The folder of a passage below the sender's files (密封件文件夹). */
export function passageFolder(recipient: string, passage: string): string {
  return `crossing/${recipient}/${passage}`
}

/** Opens an agency's end of every crossing; keys are derived for the ordered pair of agencies. */
export function openCrossing(
  masterKey: Uint8Array<ArrayBuffer>,
  bucket: R2Bucket,
  agencyId: string,
): Crossing {
  return {
    keysTo: (other) => openKeyring(masterKey, `${agencyId}>${other}`),
    keysFrom: (other) => openKeyring(masterKey, `${other}>${agencyId}`),
    async get(other, passage, name) {
      const object = await bucket.get(`${other}/${passageFolder(agencyId, passage)}/${name}`)
      return object === null ? null : new Uint8Array(await object.arrayBuffer())
    },
  }
}
