/** Largest file that is read as a table, in bytes: the isolate has 128 MiB for everything. */
export const MAX_FILE_BYTES = 32 * 1024 * 1024

/** Most rows below the header (最多行数). */
export const MAX_ROWS = 100_000

/** Most columns (最多列数). */
export const MAX_COLUMNS = 256

/** Most cells in a table, blank ones between others included: what 128 MiB of memory hold. */
export const MAX_CELLS = 2_000_000

/** Longest quoted cell, and half the longest line of JSON, in characters; no field takes as much. */
export const MAX_CELL_CHARACTERS = 1_048_576

/** Most entries in a workbook's archive. */
export const MAX_ZIP_ENTRIES = 500

/** Most bytes that a workbook's parts may expand to, together. */
export const MAX_EXPANDED_BYTES = 50 * 1024 * 1024

/**
 * How many times its packed size a part may expand to. Sheets are repetitive XML: real ones
 * reach some 40 times, so 20 would turn honest files away, while DEFLATE goes beyond 1,000.
 */
export const MAX_RATIO = 100

/** Parts smaller than this are not asked for their ratio: empty formatted cells pack better than that. */
export const RATIO_FREE_BYTES = 1024 * 1024
