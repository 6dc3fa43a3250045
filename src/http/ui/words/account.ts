import type { Role } from '../../../domain/shared/actor.ts'
import type { StaffAction, StaffState } from '../../../domain/account/lifecycle.ts'

/** Words of one's own account (我的账号) and of those who administer accounts (人员). */
export const accountWords = {
  own: '我的账号',
  name: '姓名',
  username: '用户名',
  roles: '岗位',
  changePassword: '修改密码',
  passwordHint: '至少 12 个字，汉字、字母、数字、符号都可以；不要用常见的密码。',
  password: '现在的密码',
  newPassword: '新密码',
  repeat: '再输一遍新密码',
  changeWhy: '改好以后，其他地方的登录全部退出，这里继续使用。',
  sessions: '登录情况',
  since: '登录时间',
  lastUsed: '最近使用',
  lastUsedHint: '最近使用的时间有几分钟出入。',
  which: '哪一次',
  thisOne: '本次登录',
  otherOne: '其他登录',
  endOthers: '退出其他登录',
  noOthers: '没有其他登录。',
  done: {
    password: '密码已修改，其他登录已全部退出。',
    sessions: '其他登录已全部退出。',
    on: '动态口令已开通，下次登录要填写。',
    off: '动态口令已关闭。',
  } as Readonly<Record<string, string>>,

  factor: '动态口令',
  factorWhy: '登录时除了密码，再填手机上每 30 秒换一次的 6 位数。别人知道了密码也登录不了。',
  factorOn: '已开通',
  factorOff: '未开通',
  factorRequired: '本机关要求开通',
  turnOn: '开通动态口令',
  turnOff: '关闭动态口令',
  turnOffWhy: '换手机的，先关闭，再用新手机开通。手机丢了的，请本机关系统管理员解除。',
  scan: '第一步：把密钥交给手机',
  scanWhy:
    '在手机上装一个支持 TOTP 的动态口令软件，新增账号，选“手工输入密钥”，填入下面的密钥（类型：基于时间，6 位，30 秒）。在手机上看这一页的，点下面的地址。密钥不要给别人看。',
  secret: '密钥',
  secretUri: '地址',
  confirmTitle: '第二步：填写手机上的 6 位数',
  confirm: '开通',
  offerOver: '这个密钥已经过期，请用下面的新密钥重新添加。',
  otpHint: '手机上现在显示的 6 位数，每个只能用一次。',

  staff: '人员',
  staffLead: '本机关能登录工作台的人。离开的人停用，不删除：以前办的事仍然记在名下。',
  add: '新增人员',
  addButton: '新增',
  addLead: '账号没有初始密码。新增以后生成设密码链接交给本人，由本人设定密码。',
  usernameHint: '登录用，不分大小写，以后不能改；汉字、字母、数字、点、横线都可以。',
  rolesHint: '可以选几个；办理时仍然要求起草和审核不是同一人。',
  state: '账号',
  noPassword: '还没有设密码',
  added: '已新增。请生成设密码链接，交给本人设定密码。',
  stepDone: '已办理，从本人下一次操作起生效。',
  dropFactorWhy: '本人手机丢失或者更换、不能登录时办理。解除后立即退出，凭密码登录，再重新开通。',
  deactivateWhy: '停用以后立即退出，不能再登录；以前办的事仍然记在名下，可以随时恢复。',
  linkWhy:
    '给本人第一次设密码，或者忘记密码时重新设。链接 30 分钟内有效，只能用一次；再生成一个，前一个就失效。设好以后，原来的密码不能再用，已有的登录全部退出。',
  linkMade: '设密码链接已生成，只显示这一次',
  linkHow: '请当面或者用本单位内部的方式交给本人，不要发到群里。',
  linkUntil: '有效期至',

  setPassword: '设定密码',
  setLead: '请设定登录工作台的密码。',
  setButton: '设定密码',
  set: '密码已设定，请登录。',
} as const

/** Names of the states of an account. */
export const staffStateNames: Readonly<Record<StaffState, string>> = {
  active: '在用',
  inactive: '已停用',
}

/** Names of the steps on an account. */
export const staffActionNames: Readonly<Record<StaffAction, string>> = {
  'change-roles': '调整岗位',
  'drop-factor': '解除动态口令',
  'make-link': '生成设密码链接',
  deactivate: '停用',
  activate: '恢复使用',
}

/** What each role is for, beside its name where it is given. */
export const roleHints: Readonly<Record<Role, string>> = {
  'information-officer': '信息公开机构的工作人员：起草、发布，也办理申请。',
  registrar: '接收、登记申请。',
  handler: '承办分到的申请，起草信息。',
  head: '负责人：签发答复、发布、批准。',
  'legal-reviewer': '审核规范性文件和答复的合法性，办复议诉讼。',
  'first-reviewer': '公开前的初审。',
  'final-reviewer': '公开前的终审。',
  statistician: '统计、年报、结账。',
  viewer: '只看不办。',
  admin: '管理人员账号、印章和应急处置；不能起草、审核、发布。',
}
