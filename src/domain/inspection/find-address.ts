/** Where a text names somebody's home; places are in the text as given. */
export type AddressPlace = { start: number; end: number }

const COUNT = '[0-9一二三四五六七八九十]{1,4}'
/** The end of a home's address: building and door, block and door, or house number and room. */
const DOOR = new RegExp(
  [
    `(?:${COUNT}|[A-Za-z])[ #]?(?:栋|幢|号楼|楼|座)[ 第]?(?:${COUNT}[ ]?单元[ ]?)?[0-9]{3,4}(?:[ ]?(?:室|房|号)|(?![0-9\\p{Script=Han}]))`,
    `(?:${COUNT}|[甲乙丙丁东西中A-Z])[ ]?单元[ ]?(?:[0-9一二三四五六七八九十]{1,3}[ ]?(?:层|楼)[ ]?)?[0-9]{1,4}(?:[ ]?(?:室|房|户|号))?`,
    '[0-9]{1,5}[ ]?号(?:院|附[0-9]{1,3}号|之[0-9一二三四])?[ ]?[0-9A-Z-]{1,7}[ ]?(?:室|房(?![屋地产]))',
    '(?:小区|花园|家园|新村|公寓|苑|宿舍|家属院|府|城|湾|庭)[ ]?[0-9]{1,3}[-－][0-9]{1,2}[-－][0-9]{3,4}',
  ].join('|'),
  'gu',
)
/** A house of a village: group and number, or number alone, but no decree's number. */
const VILLAGE =
  /村(?!委|部|民委|两委)[\p{Script=Han}]{0,8}[0-9一二三四五六七八九十]{0,3}(?:组|队)?[ ]?[0-9]{1,4}[ ]?号(?![楼文令公通院线图段桥井库])/gu

const PLACE =
  /[省市区县镇乡州旗]|街道|路|街|巷|弄|胡同|大道|小区|花园|家园|新村|公寓|苑|宿舍|家属院|社区|[府城湾庭里村庄]/
const AREA = /[省市区县镇乡州旗]|街道|[住址]/
const HOME =
  /小区|花园|家园|新村|公寓|苑|宿舍|家属|社区|住宅|安置|住址|家住|住所|户籍|住在|现住|单元/
const OFFICE =
  /政府|办公|中心|大厦|广场|写字楼|局|委员会|大厅|法院|检察院|学校|医院|公司|大院|银行|会议室/
const STOP = /[\n\t\r。；;，,、：:（）()“”"《》〔〕【】[\]|！!？?]/

/** How far back from its door the beginning of an address is looked for, in characters. */
const REACH = 60

/**
 * Finds addresses of homes (家庭住址) down to the door: a street with house number alone, and a room
 * in an office, are nobody's home. Every pattern is bounded, so the time grows with the text alone.
 */
export function findAddresses(text: string): AddressPlace[] {
  const found: AddressPlace[] = []
  for (const door of text.matchAll(DOOR)) {
    const start = beginning(text, door.index)
    const whole = text.slice(start, door.index + door[0].length)
    const isOffice = OFFICE.test(whole) && !HOME.test(whole)
    if (PLACE.test(text.slice(start, door.index + 4)) && !isOffice) {
      found.push({ start, end: door.index + door[0].length })
    }
  }
  for (const house of text.matchAll(VILLAGE)) {
    const start = beginning(text, house.index)
    const before = text.slice(start, house.index)
    const isNumbered = /第[ ]?[0-9]{1,4}[ ]?号$/.test(house[0])
    const isLabelled = AREA.test(text.slice(Math.max(0, start - 4), house.index))
    if (!isNumbered && isLabelled && !OFFICE.test(before + house[0])) {
      found.push({ start, end: house.index + house[0].length })
    }
  }
  return apart(found.toSorted((a, b) => a.start - b.start))
}

/** Goes back to the last stop before a place, at most {@link REACH} characters. */
function beginning(text: string, place: number): number {
  let start = place
  while (start > 0 && place - start < REACH && !STOP.test(text[start - 1] ?? '')) start -= 1
  const label = /^.{0,12}(?:住址|地址|住所|家住|住在|现住|住于)[ ]?/.exec(text.slice(start, place))
  start += label?.[0].length ?? 0
  while (text[start] === ' ' || text[start] === '\u{3000}') start += 1
  return start
}

function apart(places: readonly AddressPlace[]): AddressPlace[] {
  const kept: AddressPlace[] = []
  for (const place of places) {
    const last = kept.at(-1)
    if (last === undefined || place.start >= last.end) kept.push(place)
    else if (place.end > last.end) kept[kept.length - 1] = { start: last.start, end: place.end }
  }
  return kept
}
