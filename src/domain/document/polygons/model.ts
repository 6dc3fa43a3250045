/**
 * Codes one bit that is 1 with a probability of `one` in 65,536 (算术编码): who writes puts `bit` down,
 * who reads pays no heed to it; both answer what it is.
 */
export type Coder = (one: number, bit: number) => number

/** What was seen so far, and how far each of the contexts is to be believed. */
export type Model = {
  code: Coder
  chances: Float32Array
  counts: Uint8Array
  weights: Float32Array
  /** what the contexts said of the bit at hand, and where that stands */
  inputs: Float64Array
  places: Int32Array
}

/** How many contexts foretell each bit. */
export const contextCount = 4
const size = 1 << 17
const slots = 64
const slowest = 60
const rate = 0.005

/** Begins a model that has seen nothing. */
export function newModel(code: Coder): Model {
  return {
    code,
    chances: new Float32Array(contextCount * size).fill(0.5),
    counts: new Uint8Array(contextCount * size),
    weights: new Float32Array(3 * slots * contextCount).fill(0.3),
    inputs: new Float64Array(contextCount),
    places: new Int32Array(contextCount),
  }
}

/** Mixes numbers into one of 32 bits. */
export function mixed(a: number, b: number): number {
  return Math.imul(a, 0x9e3779b1) ^ Math.imul(b + 0x7f4a7c15, 0x85ebca77)
}

const steps = 4096
// Rounded, so that every machine has the same.
const stretched = Float64Array.from({ length: steps }, (_, at) => {
  const chance = (at + 0.5) / steps
  return Math.round(Math.log(chance / (1 - chance)) * 1024) / 1024
})
const reach = 12
const squashed = Float64Array.from({ length: steps }, (_, at) => {
  const value = ((at + 0.5) / steps) * 2 * reach - reach
  return Math.min(65_503, Math.max(32, Math.round(65_536 / (1 + Math.exp(-value)))))
})

/**
 * Codes a whole number: whether it is nought, its sign, how long it is, its digits. `contexts` are what
 * is known before it, `kind` is 0 to 2.
 */
export function codeNumber(
  model: Model,
  contexts: Int32Array,
  kind: 0 | 1 | 2,
  value: number,
): number {
  const bit = (slot: number, node: number, wanted: boolean): boolean =>
    codeBit(model, contexts, (kind * slots + slot) * contextCount, node, wanted ? 1 : 0) === 1
  if (bit(0, 1, value === 0)) return 0
  const isBelow = bit(1, 2, value < 0)
  const given = Math.abs(value)
  let length = 0
  while (bit(2 + length, 16 + length + (isBelow ? 32 : 0), given >> (length + 1) > 0)) length += 1
  let found = 1
  for (let at = length - 1; at >= 0; at -= 1) {
    const slot = 20 + Math.min(length, 10) * 2 + (at > 0 ? 1 : 0)
    const node = 64 + (isBelow ? 4096 : 0) + length * 16_384 + found
    found = found * 2 + (bit(slot, node, ((given >> at) & 1) === 1) ? 1 : 0)
  }
  return isBelow ? -found : found
}

function codeBit(
  model: Model,
  contexts: Int32Array,
  weight: number,
  node: number,
  wanted: number,
): number {
  const { code, chances, weights, inputs, places } = model
  let sum = 0
  for (let one = 0; one < contextCount; one += 1) {
    const place = one * size + (mixed(contexts[one] ?? 0, node) >>> 15)
    const input = stretched[Math.floor((chances[place] ?? 0) * (steps - 1))] ?? 0
    places[one] = place
    inputs[one] = input
    sum += input * (weights[weight + one] ?? 0)
  }
  const bounded = Math.min(reach - 0.01, Math.max(0.01 - reach, sum))
  const chance = squashed[Math.floor(((bounded + reach) / (2 * reach)) * steps)] ?? 32_768
  const bit = code(chance, wanted)
  learn(model, weight, bit, (bit - chance / 65_536) * rate)
  return bit
}

/** Brings what foretold a bit closer to what it was. */
function learn(
  { chances, counts, weights, inputs, places }: Model,
  weight: number,
  bit: number,
  miss: number,
): void {
  for (let one = 0; one < contextCount; one += 1) {
    const place = places[one] ?? 0
    const seen = counts[place] ?? 0
    const before = chances[place] ?? 0
    weights[weight + one] = (weights[weight + one] ?? 0) + miss * (inputs[one] ?? 0)
    const after = before + (bit - before) / (seen + 1.6)
    chances[place] = Math.min(1 - 1 / 2048, Math.max(1 / 2048, after))
    if (seen < slowest) counts[place] = seen + 1
  }
}
