import type { FieldError, Refusal } from '../../../domain/shared/refusal.ts'
import { caseBars } from './case-bars.ts'
import { fieldWords, megabytes } from './field-problem.ts'

/** What is said to whoever asks for a host that is nobody's. */
export const nobodyWords = '没有这个网站。请检查地址是否写对。'

/** What is said of a deployment that lacks a binding or a secret. */
export const notConfiguredWords = '服务没有配置完整，请联系管理员。'

/** What is said of a bug. */
export const internalWords = {
  code: 'internal-error',
  title: '系统出错',
  detail: '请稍后再试；如果一直这样，请把请求编号告诉管理员。',
} as const

/** Title and sentence for a refusal; a code without words does not compile. */
export function refusalWords(refusal: Refusal): { title: string; detail: string } {
  switch (refusal.code) {
    case 'invalid':
      return { title: '填写有误', detail: sentences(refusal.errors) }
    case 'not-found':
      return { title: '没有找到', detail: '没有这个页面或记录，请检查地址或编号是否写对。' }
    case 'unauthenticated':
      return { title: '需要登录', detail: '请先登录，或重新登录后再试。' }
    case 'wrong-credentials':
      return { title: '登录没有成功', detail: '用户名、密码或者动态口令不对。' }
    case 'forbidden':
      return { title: '没有权限', detail: '您的岗位不能办理这一步。' }
    case 'same-person':
      return {
        title: '需要换一个人办理',
        detail: '自己起草的内容不能由自己核对，请另一位工作人员办理。',
      }
    case 'last-admin':
      return {
        title: '至少要有一名系统管理员',
        detail: '这是最后一名在用的系统管理员。请先给另一个人“系统管理”岗位，再办理这一步。',
      }
    case 'second-factor-required':
      return {
        title: '请先开通动态口令',
        detail: '本机关要求登录时使用动态口令。请先到“我的账号”开通，再办理其他事项。',
      }
    case 'link-over':
      return {
        title: '链接已经失效',
        detail: '设密码链接只能用一次，30 分钟内有效。请向本机关的系统管理员要一个新的。',
      }
    case 'stale':
      return { title: '内容已有变化', detail: '别人刚刚办理过这一件，请刷新页面看最新情况后再办。' }
    case 'step-not-open':
      return {
        title: '现在不能办这一步',
        detail: '这一件当前的状态不允许办理这一步，请刷新页面看最新情况。',
      }
    case 'not-allowed':
      return { title: '依法不能办理这一步', detail: caseBars[refusal.why] }
    case 'idempotency-conflict':
      return {
        title: '重复提交的内容不一致',
        detail: '同一个提交编号已经用于另一份内容，请换一个编号重新提交。',
      }
    case 'too-many-requests':
      return {
        title: '提交得太频繁',
        detail: `请约 ${Math.max(1, Math.ceil(refusal.retryAfterSeconds / 60))} 分钟后再试。`,
      }
    case 'too-large':
      return { title: '内容太大', detail: `一次最多提交 ${megabytes(refusal.limitBytes)}。` }
    case 'unsupported-media-type':
      return { title: '格式不支持', detail: `这里只接受：${refusal.accepted.join('、')}。` }
    case 'range-unsatisfiable':
      return {
        title: '没有这一段',
        detail: `文件共 ${refusal.bytes} 字节，要取的一段超出了它的末尾。`,
      }
    case 'method-not-allowed':
      return {
        title: '不支持这种请求方式',
        detail: `这个地址只接受：${refusal.allowed.join('、')}。`,
      }
    case 'cross-site':
      return { title: '请求来自别的网站', detail: '为了安全，请从本站页面重新提交。' }
    case 'withdrawn':
      return { title: '该信息已撤回', detail: refusal.reason }
    case 'replaced':
      return { title: '该信息已被更正的信息取代', detail: refusal.reason }
    case 'gone':
      return { title: '该信息已不再提供', detail: '这个地址上的信息已经移除。' }
    case 'feed-restarted':
      return {
        title: '变更日志已经重建',
        detail: '这个 cursor 属于重建之前的日志。请不带 cursor 从头取，取完后以新的一份为准。',
      }
    case 'display-over':
      return {
        title: '公示期已满',
        detail: `这条信息的公示期限已经届满，从 ${refusal.since} 起不再提供。`,
      }
    case 'merged':
      return { title: '该信息已并入另一条信息', detail: '请到新的地址查看。' }
    case 'review-missing':
      return {
        title: '审查还没有完成',
        detail: `还缺对现有内容的${refusal.levels.map((level) => levelNames[level] ?? level).join('、')}。改过的内容要重新审查。`,
      }
    case 'review-barred':
      return refusal.why === 'is-editor'
        ? { title: '本人不能审查', detail: '这条信息由您起草或修改过，请由别人审查。' }
        : { title: '本人不能再审', detail: '您已经审查过这条信息，下一级审查请由别人进行。' }
    case 'content-changed':
      return {
        title: '内容与审查时不一致',
        detail:
          refusal.file === null
            ? '审查之后内容有改动，请重新送审。'
            : `附件“${refusal.file}”与审查时的不一致，请重新上传并送审。`,
      }
    case 'findings-open':
      return {
        title: '还有要核对的内容',
        detail: `共 ${String(refusal.count)} 处疑似个人信息或没有真正删掉的内容。请在原文件里删去后重新上传、送审；确需公开或者提供的，由终审人、答复的审核人写明理由。`,
      }
    case 'file-pending':
      return { title: '附件待检', detail: `附件“${refusal.file}”还没有通过安全检查，请稍后再试。` }
    case 'consultation-open':
      return {
        title: '会商还没有答复',
        detail: `还没有同意公开的机关：${refusal.agencies.join('、')}。`,
      }
    case 'report-unready':
      return {
        title: '自查没有通过',
        detail: '请先按自查结果补报缺的数、改正表格和正文、写明需要说明的原因，再办理这一步。',
      }
    case 'attribute-undecided':
      return { title: '还没有确定公开属性', detail: '请先选择主动公开、依申请公开或不予公开。' }
    case 'not-for-public':
      return {
        title: '这条信息不对外公开',
        detail: '公开属性或公开范围不是对社会公开，不能发布到网站。',
      }
    case 'agency-not-ready':
      return { title: '正在升级', detail: '这个机关的数据正在升级，请稍后再来。' }
    case 'agency-closed':
      return {
        title: '本机关已经撤并',
        detail: `本机关已于 ${refusal.closedOn} 撤并，不再办理。请向承接机关办理；原来公开的信息仍可查阅。`,
      }
    case 'no-applications':
      return {
        title: '本单位不受理政府信息公开申请',
        detail:
          '公共企事业单位的信息公开依照本行业的规定办理，请直接向本单位咨询；认为本单位没有依照规定公开的，可以向有关主管部门申诉（条例第五十五条）。',
      }
    case 'busy':
      return { title: '系统正忙', detail: '请稍后再试，已经填写的内容不会丢失。' }
    default:
      return refusal satisfies never
  }
}

const levelNames: Readonly<Record<string, string>> = {
  first: '初审',
  second: '复审',
  final: '终审',
  legality: '合法性审核',
}

const namedErrors = 10

function sentences(errors: readonly FieldError[]): string {
  const named = errors.slice(0, namedErrors).map(fieldWords).join('；')
  return errors.length > namedErrors ? `${named}；等 ${errors.length} 处` : named
}
