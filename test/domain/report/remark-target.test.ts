import { expect, test } from 'vitest'
import { remarkTarget } from '../../../src/domain/report/annual/remark-target.ts'

test.each([
  ['行政许可', 'proactive/licensing/decisions'],
  ['行政事业性收费', 'proactive/fees/amountWanYuan'],
  ['行政规范性文件', '行政规范性文件'],
  ['（一）予以公开', 'applications/granted/total'],
  ['予以公开 自然人', 'applications/granted/naturalPerson'],
  ['部分公开，法律服务机构', 'applications/partialGrant/legalService'],
  ['1.属于国家秘密', 'applications/denied.stateSecret/total'],
  ['上年结转', 'applications/carriedOver/total'],
  ['总体情况', 'overview'],
  ['五、存在的主要问题及改进情况', 'problems'],
  ['第二段', '第二段'],
  ['行政复议', '行政复议'],
])('条例第49条: a remark on “%s” is about %s', (words, at) => {
  expect(remarkTarget(words)).toBe(at)
})
