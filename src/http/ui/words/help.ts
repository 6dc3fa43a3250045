import type { GuideSection } from './guide.ts'

/** Title and purpose of the page on accessibility. */
export const helpWords = {
  title: '无障碍说明',
  description: '键盘操作、关怀版、朗读和打印的使用方法',
  careOn: '打开关怀版',
  careOff: '返回标准版',
} as const

/** How the site can be used with other than mouse and full sight (无障碍、适老化). */
export const helpSections: readonly GuideSection[] = [
  {
    heading: '关怀版',
    paragraphs: [
      '点击页面顶部的“关怀版”，文字和按钮放大，内容改为一栏。这个选择记在您的浏览器里，不记录您是谁；再次点击可以返回标准版。',
    ],
    points: [],
  },
  {
    heading: '键盘操作',
    paragraphs: ['全部功能都可以用键盘完成：'],
    points: [
      '按 Tab 键依次到达每个链接和输入框，按 Shift 加 Tab 键返回；',
      '进入页面后第一次按 Tab 键，会出现“跳到正文”；',
      '按回车键打开链接或者提交，按空格键选择或者展开。',
    ],
  },
  {
    heading: '读屏和朗读',
    paragraphs: [
      '页面的标题、表格、表单都有说明文字，可以配合读屏软件使用。信息正文页提供“朗读”按钮，需要浏览器支持语音。',
    ],
    points: [],
  },
  {
    heading: '打印和网络较慢的情况',
    paragraphs: [
      '每个页面都可以直接打印，信息正文另有公文版式。关闭脚本后，浏览、检索、申请、查询都可以照常使用。',
    ],
    points: [],
  },
]
