/** What invented replies state beside their text (答复所附事实), by result; `searchedOn` is added. */
const facts: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  partialGrant: {
    withheld: '演示：其中的个人联系方式',
    withheldGround: 'denied.thirdPartyRights',
    article: '个人隐私',
  },
  'denied.lawForbidden': { article: '演示：某行政法规第十条' },
  'denied.thirdPartyRights': { article: '商业秘密' },
  'denied.internalAffairs': { article: '内部工作流程' },
  'denied.processInfo': { article: '讨论记录' },
  'denied.adminInquiry': { governingLaw: '《不动产登记暂行条例》第二十七条' },
  'unable.notHeld': {
    searchedIn: '演示：公文系统和档案室，按标题和文号检索',
    searchedBy: '办公室',
  },
  'notProcessed.petition': { where: '演示：本地信访接待场所和 12345 热线' },
  'notProcessed.repeated': { earlier: '演示：本机关上一次答复' },
  'notProcessed.publication': { where: '演示：政府公报和公共图书馆' },
}

/** The facts of an invented reply given on a day (YYYY-MM-DD). */
export function demoFacts(outcome: string, on: string): Record<string, string> {
  const stated = { ...facts[outcome] }
  return stated['searchedIn'] === undefined ? stated : { ...stated, searchedOn: on }
}
