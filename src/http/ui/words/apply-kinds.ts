/** Words of the question before the application form (办的是不是信息公开). */
export const applyKinds = {
  question: '您要办的是哪一件事？',
  information: { what: '获取本机关制作或者获取的文件、数据等信息：', where: '填写下面的申请表' },
  consultation: {
    what: '咨询政策、询问怎样办事：',
    where: '向本机关咨询，电话 {telephone}',
  },
  complaint: {
    what: '投诉信息公开工作：',
    where: '向{body}投诉，电话 {supervision}',
  },
  report: { what: '举报违法行为、反映紧急问题：', where: '拨打 12345 政务服务便民热线' },
  petition: { what: '信访事项：', where: '到国家信访局网上信访平台提出' },
  free: '拿不准的，可以直接填写申请表；不属于政府信息公开申请的，工作人员会告诉您办理渠道。',
} as const
