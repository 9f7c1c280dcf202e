import { addDays, addMonths, type PlainDate } from '#app/domain/base/date.ts'

/** Each text lies in `texts/<key>.txt`, one line a paragraph, as an office would paste it. */
export const textKeys = [
  'after-school-care',
  'alley-improvement',
  'barbecue-benchmark',
  'bottled-gas',
  'bottled-gas-penalty',
  'community-canteens',
  'construction-waste',
  'elderly-facilities-notice',
  'electric-bicycles-v1',
  'electric-bicycles-v2',
  'extension-notice',
  'frost-notice',
  'heating-service',
  'innovative-firms-measures',
  'kitchen-waste',
  'maintenance-fund',
  'market-fees-notice',
  'night-market',
  'one-window',
  'parking-concession-contract',
  'parking-decision-proposal',
  'platform-service-contract',
  'public-toilets',
  'rehabilitation-rules',
  'rent-subsidy',
  'road-works-notice',
  'rural-housing-measures',
  'rural-housing-measures-filed',
  'safety-key-points',
  'shared-bicycles',
  'signboards-v1',
  'signboards-v2',
  'signboards-v3',
  'temporary-relief',
  'termite-measures',
  'training-subsidy',
  'tree-adoption',
  'truck-access',
  'trusted-shops',
  'uniform-guidance',
  'work-hint',
] as const
export type TextKey = (typeof textKeys)[number]

const written = (date: PlainDate) => {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/**
 * Puts dates for the marks in a text: `{date:+30}` is the day 30 calendar days after `today`, `{date:+30;5}` the last day of five
 * years that begin on it, `{year}` the year of `today`. Dates are written as official documents write them.
 */
export const fillDates = (text: string, today: PlainDate): string =>
  text
    .replace(/\{date:([+-]\d+)(?:;(\d+))?\}/g, (_, days: string, years?: string) => {
      const start = addDays(today, Number(days))
      return written(years ? addDays(addMonths(start, Number(years) * 12), -1) : start)
    })
    .replaceAll('{year}', today.slice(0, 4))
