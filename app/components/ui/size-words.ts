import type { TFunction } from 'i18next'

const kilobyte = 1024
const megabyte = kilobyte * 1024

/** A size in the unit that a person would use. */
export function sizeWords(t: TFunction, bytes: number): string {
  if (bytes < kilobyte) return t('common.bytes', { count: bytes })
  if (bytes < megabyte) return t('common.kilobytes', { size: Math.ceil(bytes / kilobyte) })
  return t('common.megabytes', { size: Math.round((bytes / megabyte) * 10) / 10 })
}
