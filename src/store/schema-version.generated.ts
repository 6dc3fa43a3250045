// 由 npm run tenants -- sync 从 tenants/ 和 migrations/ 生成，请勿手改。
/** Last migration that an agency database must have. */
export const tenantSchema: string = '0007_finding.sql'

/** Last migration that the region database must have. */
export const regionSchema: string = '0004_inner.sql'
