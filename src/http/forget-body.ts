/** Bytes up to which a body that nobody wants is read on. */
export const mostForgotten: number = 64 * 1024 * 1024

/**
 * Reads on what a request still sends and forgets it (读完请求体): who is answered while sending sees a
 * broken connection and not the answer. A body that was read is left alone.
 */
export async function forgetBody({ body, bodyUsed }: Request): Promise<void> {
  if (body === null || bodyUsed || body.locked) return
  let size = 0
  try {
    for await (const chunk of body) {
      size += chunk.byteLength
      if (size > mostForgotten) break
    }
  } catch {
    // Who breaks off wants no answer.
  }
}
