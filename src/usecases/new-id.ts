const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Makes an opaque random id: 26 characters of Crockford's alphabet, 130 bits. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26))
  let id = ''
  for (const byte of bytes) id += alphabet.charAt(byte & 31)
  return id
}
