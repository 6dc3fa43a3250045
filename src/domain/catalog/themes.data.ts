/** The 22 themes (主题分类) of the State Council's document library, in their official order. */
export const themes = [
  { key: 'state-council', name: '国务院组织机构' },
  { key: 'general-affairs', name: '综合政务' },
  { key: 'economy', name: '国民经济管理、国有资产监管' },
  { key: 'finance', name: '财政、金融、审计' },
  { key: 'land-energy', name: '国土资源、能源' },
  { key: 'agriculture', name: '农业、林业、水利' },
  { key: 'industry-transport', name: '工业、交通' },
  { key: 'trade-tourism', name: '商贸、海关、旅游' },
  { key: 'market-safety', name: '市场监管、安全生产监管' },
  { key: 'construction-environment', name: '城乡建设、环境保护' },
  { key: 'science-education', name: '科技、教育' },
  { key: 'culture-media', name: '文化、广电、新闻出版' },
  { key: 'health-sport', name: '卫生、体育' },
  { key: 'population-family', name: '人口与计划生育、妇女儿童工作' },
  { key: 'labour-personnel', name: '劳动、人事、监察' },
  { key: 'security-justice', name: '公安、安全、司法' },
  { key: 'civil-affairs', name: '民政、扶贫、救灾' },
  { key: 'ethnic-religious', name: '民族、宗教' },
  { key: 'foreign-affairs', name: '对外事务' },
  { key: 'hong-kong-macao-taiwan', name: '港澳台侨工作' },
  { key: 'defence', name: '国防' },
  { key: 'other', name: '其他' },
] as const satisfies readonly { key: string; name: string }[]

/** Key of a theme (主题分类). */
export type ThemeKey = (typeof themes)[number]['key']
