import type { Certificate } from '#app/domain/verification/shape.ts'
import { type Locale, wordsIn } from '#app/messages/locale.ts'
import type { Translate } from './translate.ts'

type Named = { name: { zh: string; en: string } }
type Place = { translate: Translate; certificate: Certificate; index: number; rest: string[] }

const nameOf = (row: Named | undefined, translate: Translate, otherwise: string) => {
  const name = row && wordsIn(translate('compare-language') as Locale, row.name)
  return name ?? otherwise
}
const packOf = ({ packs, matter }: Certificate) => packs.find(({ hash }) => hash === matter.pack.hash)?.value

/** What stands at a place of each part of a certificate, by the name that people know it by. */
const places: Readonly<Record<string, (place: Place) => string>> = {
  facts: ({ translate, rest: [name = ''] }) => translate('verify-place-fact', { name }),
  gates({ translate, certificate, index }) {
    const rule = certificate.gates[index]?.rule ?? ''
    const row = packOf(certificate)?.gates.find(({ id }) => id === rule)
    return translate('verify-place-gate', { name: nameOf(row, translate, rule) })
  },
  steps({ translate, certificate, index }) {
    const step = certificate.steps[index]?.step ?? ''
    const row = packOf(certificate)?.steps.find(({ id }) => id === step)
    return translate('verify-place-step', { name: nameOf(row, translate, step) })
  },
  packs({ translate, certificate, index, rest: [, section = '', at = ''] }) {
    const value = certificate.packs[index]?.value
    const rows: Readonly<Record<string, readonly Named[] | undefined>> = {
      parameters: value?.parameters,
      steps: value?.steps,
      gates: value?.gates,
    }
    const name = nameOf(rows[section]?.[Number(at)], translate, section)
    return translate('verify-place-pack', { pack: value?.id ?? '', name })
  },
  records({ translate, certificate, index }) {
    const record = certificate.records[index]
    return translate('verify-place-record', { seq: index + 1, name: record ? translate(`records.${record.kind}`) : '' })
  },
  versions: ({ translate, certificate, index }) =>
    translate('verify-place-version', { number: certificate.versions[index]?.number ?? index + 1 }),
  evidence: ({ translate, certificate, index }) =>
    translate('verify-place-evidence', { name: certificate.evidence[index]?.document ?? index + 1 }),
  deadlines: ({ translate, certificate, index }) =>
    translate('verify-place-deadline', { seq: certificate.deadlines[index]?.record ?? index + 1 }),
  holidays: ({ translate, certificate, index }) =>
    translate('verify-place-holidays', { year: certificate.holidays[index]?.year ?? index + 1 }),
  audit: ({ translate, certificate, rest: [section, at] }) =>
    section === 'events'
      ? translate('verify-place-event', { seq: certificate.audit.events[Number(at)]?.seq ?? Number(at) + 1 })
      : translate('verify-place-chain'),
  signature: ({ translate }) => translate('verify-place-signature'),
  key: ({ translate }) => translate('verify-place-signature'),
}

/** The place that a JSON pointer names, in words. */
export function placeWords(pointer: string, certificate: Certificate, translate: Translate): string {
  const [section = '', ...rest] = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
  const place = Object.hasOwn(places, section) ? places[section] : undefined
  return place?.({ translate, certificate, index: Number(rest[0]), rest }) ?? translate('verify-place-matter')
}
