/** Words of the step before the application form (先查一查). */
export const answers = {
  field: '您想了解什么',
  hint: '先看看有没有已经公开的信息，可以马上得到答案；没有再申请。也可以跳过这一步，直接填写下面的申请表。',
  look: '查一查',
  title: '这些已公开的信息能回答您吗？',
  asked: '您想了解：',
  yes: '能，谢谢，不申请了',
  no: '不能，继续申请',
  free: '是否申请由您决定。您输入的内容会带到申请表里，这一步不保存任何内容。',
  newTab: '（在新窗口打开）',
  nothing: '没有查到已公开的相关信息，请填写申请表。',
} as const
