/** First and last day 'MM-DD' of the holidays on fixed days of the solar year (办法第2条, 2025年起). */
export const solarHolidays: readonly (readonly [name: string, from: string, to: string])[] = [
  ['元旦', '01-01', '01-01'],
  ['劳动节', '05-01', '05-02'],
  ['国庆节', '10-01', '10-03'],
]

/**
 * The same for the holidays that move with the lunar year or the sun (除夕至正月初三、清明、端午、
 * 中秋), by year. Years that are not listed get the fixed days only.
 */
export const movingHolidays: Readonly<
  Record<number, readonly (readonly [name: string, from: string, to: string])[]>
> = {
  2027: [
    ['春节', '02-05', '02-08'],
    ['清明节', '04-05', '04-05'],
    ['端午节', '06-09', '06-09'],
    ['中秋节', '09-15', '09-15'],
  ],
  2028: [
    ['春节', '01-25', '01-28'],
    ['清明节', '04-04', '04-04'],
    ['端午节', '05-28', '05-28'],
    ['中秋节', '10-03', '10-03'],
  ],
  2029: [
    ['春节', '02-12', '02-15'],
    ['清明节', '04-04', '04-04'],
    ['端午节', '06-16', '06-16'],
    ['中秋节', '09-22', '09-22'],
  ],
  2030: [
    ['春节', '02-02', '02-05'],
    ['清明节', '04-05', '04-05'],
    ['端午节', '06-05', '06-05'],
    ['中秋节', '09-12', '09-12'],
  ],
}
