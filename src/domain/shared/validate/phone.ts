import { accept, type Checked, illFormed, toAscii } from './checked.ts'

const MOBILE = /^1[3-9]\d{9}$/
const LANDLINE = /^(010|02\d|0[3-9]\d{2})-?([2-9]\d{6,7})(?:-(\d{1,6}))?$/
const SERVICE = /^[48]00-?\d{3}-?\d{4}$/
const FOREIGN = /^\+[1-9]\d{6,14}$/

/**
 * Checks a telephone number (联系电话): mobile, landline with area code and perhaps extension,
 * 400/800, or a foreign number with +; answers it without blanks, landlines as 0557-1234567.
 */
export function checkPhone(text: string): Checked {
  const typed = toAscii(text, 32).replaceAll(/[ ()]/g, '')
  const local = typed.replace(/^(?:\+86|0086)-?/, '')
  const bare = local.replaceAll('-', '')
  if (MOBILE.test(bare)) return accept(bare)
  // Written internationally, an area code has lost its leading 0.
  const landline = LANDLINE.exec(local === typed || local.startsWith('0') ? local : `0${local}`)
  if (landline !== null) return accept(landlineText(landline))
  if (SERVICE.test(local)) return accept(bare)
  const foreign = typed.replaceAll('-', '')
  if (!foreign.startsWith('+86') && FOREIGN.test(foreign)) return accept(foreign)
  return illFormed('phone')
}

function landlineText([, area = '', number = '', extension]: RegExpExecArray): string {
  return extension === undefined ? `${area}-${number}` : `${area}-${number}-${extension}`
}
