// 由 npm run tenants -- sync 从 tenants/ 和 migrations/ 生成，请勿手改。
/** Every migration that an agency database must have. */
export const tenantSchema: readonly string[] = [
  '0001_base.sql',
  '0002_publishing.sql',
  '0003_inspection.sql',
  '0004_catalog.sql',
  '0005_norm.sql',
  '0006_clarification.sql',
  '0007_finding.sql',
  '0008_case.sql',
  '0009_listed.sql',
  '0010_norm_review.sql',
  '0011_open_cases.sql',
  '0012_instrument.sql',
  '0013_service.sql',
  '0014_item_lists.sql',
  '0015_dispute.sql',
  '0016_transfer.sql',
  '0017_release.sql',
  '0018_retention.sql',
  '0019_notice.sql',
  '0020_calendar.sql',
  '0020_personal_data.sql',
  '0021_manual_figure.sql',
  '0022_annual_report.sql',
  '0023_closed_month.sql',
  '0024_counted_cases.sql',
  '0025_self_check.sql',
  '0026_bulletin.sql',
  '0027_retention_moved.sql',
  '0028_assessment.sql',
  '0030_ended_items.sql',
  '0031_matter_check.sql',
  '0032_case_review.sql',
]

/** Last migration that the region database must have. */
export const regionSchema: string = '0009_coverage.sql'
