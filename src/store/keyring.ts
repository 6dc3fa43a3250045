/** Seals and opens the personal fields of one agency, and makes keyed digests (字段加密). */
export type Keyring = {
  /** Encrypts text; `field` is bound to it as associated data, so it opens only as that field. */
  seal(field: string, text: string): Promise<string>
  /** Opens what {@link Keyring.seal} made; throws when key, agency or field differ. */
  open(field: string, sealed: string): Promise<string>
  /** Encrypts a file in the same way; what comes out is 29 bytes longer. */
  sealBytes(field: string, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  /** Opens what {@link Keyring.sealBytes} made; throws when key, agency or field differ. */
  openBytes(field: string, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  /**
   * Seals and opens one original (原件封存) under a key of its own, derived from its id and used for
   * nothing else: no other key of the agency opens it.
   */
  original(id: string): Promise<{
    seal(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
    open(sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>>
  }>
  /** Keyed digest (HMAC-SHA-256, 32 bytes) from which secrets are derived. */
  derive(purpose: string, text: string): Promise<Uint8Array<ArrayBuffer>>
  /** The same digest as unpadded base64url, for equality search. */
  mac(purpose: string, text: string): Promise<string>
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
/** Stands before every ciphertext so that another algorithm (SM4) can follow: AES-256-GCM, key 1. */
const algorithm = 'a1'
/** The same mark as the first byte of a sealed file, before the 12 bytes of its nonce. */
const fileMark = 1

/**
 * Derives an agency's keyring from the deployment's master key (HKDF-SHA-256, salted with the
 * agency id): AES-256-GCM with agency and field as associated data.
 */
export async function openKeyring(
  masterKey: Uint8Array<ArrayBuffer>,
  agencyId: string,
): Promise<Keyring> {
  const base = await crypto.subtle.importKey('raw', masterKey, 'HKDF', false, ['deriveKey'])
  const derivation = (info: string): SubtleCryptoDeriveKeyAlgorithm => ({
    name: 'HKDF',
    hash: 'SHA-256',
    salt: encoder.encode(agencyId),
    info: encoder.encode(info),
  })
  const cipherKeyOf = (info: string): Promise<CryptoKey> =>
    crypto.subtle.deriveKey(derivation(info), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ])
  const cipherKey = await cipherKeyOf('field/1')
  const macKey = await crypto.subtle.deriveKey(
    derivation('mac/1'),
    base,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign'],
  )
  const bound = (field: string): Uint8Array<ArrayBuffer> =>
    new Uint8Array(encoder.encode(`${agencyId}|${field}`))
  const derive: Keyring['derive'] = async (purpose, text) =>
    new Uint8Array(await crypto.subtle.sign('HMAC', macKey, encoder.encode(`${purpose}|${text}`)))
  return {
    async seal(field, text) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const cipher = await crypto.subtle.encrypt(
        { name: 'AES-GCM', iv, additionalData: bound(field) },
        cipherKey,
        encoder.encode(text),
      )
      return [algorithm, toBase64Url(iv), toBase64Url(new Uint8Array(cipher))].join('.')
    },
    async open(field, sealed) {
      const [name, iv, cipher] = sealed.split('.')
      if (name !== algorithm || iv === undefined || cipher === undefined) {
        throw new Error('sealed field has an unknown form')
      }
      const plain = await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv: fromBase64Url(iv), additionalData: bound(field) },
        cipherKey,
        fromBase64Url(cipher),
      )
      return decoder.decode(plain)
    },
    sealBytes: (field, bytes) => sealFile(cipherKey, bound(field), bytes),
    openBytes: (field, sealed) => openFile(cipherKey, bound(field), sealed),
    async original(id) {
      const own = await cipherKeyOf(`original/1|${id}`)
      const name = bound(`original|${id}`)
      return {
        seal: (bytes) => sealFile(own, name, bytes),
        open: (sealed) => openFile(own, name, sealed),
      }
    },
    derive,
    mac: async (purpose, text) => toBase64Url(await derive(purpose, text)),
  }
}

async function sealFile(
  key: CryptoKey,
  name: Uint8Array<ArrayBuffer>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const method = { name: 'AES-GCM', iv, additionalData: name }
  const cipher = new Uint8Array(await crypto.subtle.encrypt(method, key, bytes))
  const sealed = new Uint8Array(1 + iv.length + cipher.length)
  sealed[0] = fileMark
  sealed.set(iv, 1)
  sealed.set(cipher, 1 + iv.length)
  return sealed
}

async function openFile(
  key: CryptoKey,
  name: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (sealed[0] !== fileMark) throw new Error('sealed file has an unknown form')
  const method = { name: 'AES-GCM', iv: sealed.slice(1, 13), additionalData: name }
  return new Uint8Array(await crypto.subtle.decrypt(method, key, sealed.subarray(13)))
}

/** Writes bytes as unpadded base64url. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Reads unpadded base64url; throws on anything else. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  const bytes = new Uint8Array(binary.length)
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at)
  return bytes
}
