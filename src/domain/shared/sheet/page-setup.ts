/** How a sheet is put on paper (页面设置), in the order in which the format wants its parts. */
type Paper = {
  /** lines between the cells are drawn */ hasGrid: boolean
  orientation: 'portrait' | 'landscape'
  /** one page for all of it, or as many as it takes, one page wide */ isOnePage: boolean
}

/** Says that a sheet is fitted to its paper; stands before everything else in it. */
export const fitToPage = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'

/** Writes how a sheet is printed on A4: one page wide, numbered at the foot (打印设置, ISO/IEC 29500). */
export function pageSetup({ hasGrid, orientation, isOnePage }: Paper): string {
  const grid = hasGrid ? '<printOptions gridLines="1"/>' : ''
  const margins =
    '<pageMargins left="0.6" right="0.6" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
  const paper = `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="${isOnePage ? 1 : 0}"/>`
  const foot = '<headerFooter><oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter>'
  return `${grid}${margins}${paper}${foot}`
}
