/** A number as it stands in an address (版次): 1, 2, 3 …; whatever else stands there is nobody's, 0. */
export function numberInPath(text: string): number {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0
}
