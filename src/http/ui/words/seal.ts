import type { SealAction, SealState } from '../../../domain/seal/lifecycle.ts'

/** Words of the pictures of the agency's seal (印章图样). */
export const sealWords = {
  title: '印章图样',
  lead: '核准启用以后签发的文书，下载为 Word 和 PDF 时在落款处加盖印章；以前签发的文书保持原样，停用以后也不受影响。图样只在文书里出现，不能单独下载；每次上传、核准、停用都留痕。',
  none: '还没有上传过印章图样',
  noneWhy: '没有图样时，文书落款处不加盖印章，打印后用实物印章。',
  upload: '上传印章图样',
  picture: '图样文件',
  pictureHint:
    '背景透明的 PNG（8 位 RGBA，非隔行），近似正方形，边长 200—1200 像素，不超过 512 千字节；四周不要留白。',
  from: '启用日期',
  fromHint: '不早于今天；从这一天起签发的文书使用这个图样。',
  state: '状态',
  proposed: '上传',
  decided: '核准或者停用',
  digest: '摘要值（SHA-256）',
  propose: '上传，待核准',
  samePerson: '上传的人不能自己核准，请另一位负责人或者系统管理员核准。',
  done: '已记录。',
  until: '停用日期',
  look: '查看图样',
} as const

/** Names of the states. */
export const sealStateNames: Readonly<Record<SealState, string>> = {
  proposed: '待核准',
  approved: '已核准',
  ended: '已停用',
}

/** Names of the steps. */
export const sealActionNames: Readonly<Record<SealAction, string>> = {
  approve: '核准启用',
  end: '停用',
}

/** Why a file is no picture of a seal. */
export const sealFaults = {
  format: '应是背景透明的 PNG（8 位 RGBA，非隔行），文件没有损坏',
  size: '边长应在 200 到 1200 像素之间',
  shape: '应近似正方形',
  empty: '看不出印章：不能是空白，也不能没有透明的背景',
} as const
