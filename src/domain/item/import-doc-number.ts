/**
 * Writes a document number as official papers do (发文字号, 党政机关公文处理工作条例第9条):
 * 国办发[2019]第061号 becomes 国办发〔2019〕61号. `isUsual` is false when what remains is neither
 * this form nor 第N号; it is kept as it was written.
 */
export function normaliseDocNumber(written: string): { text: string; isUsual: boolean } {
  const text = written
    .replaceAll(/[０-９Ａ-Ｚａ-ｚ]/g, (wide) => wide.normalize('NFKC'))
    .replaceAll(/\s+/g, '')
    .replaceAll(YEAR_IN_BRACKETS, '〔$1〕')
    .replaceAll(/〕第?0*(\d+)号/g, '〕$1号')
  return { text, isUsual: /〔\d{4}〕\d+号$/.test(text) || /第\d+号$/.test(text) }
}

const YEAR_IN_BRACKETS = /[[［【(（〔﹝﹙〈《<{｛](\d{4})年?[\]］】)）〕﹞﹚〉》>}｝]/g
