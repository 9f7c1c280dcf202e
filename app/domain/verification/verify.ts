import { canonicalJson } from '../base/canonical-json.ts'
import { fail, ok, type Result } from '../base/result.ts'
import { auditFindings } from './audit.ts'
import { deadlineFindings, evidenceFindings } from './evidence.ts'
import { factFindings } from './facts.ts'
import { type Finding, finding } from './finding.ts'
import { gateFindings, passageFindings } from './gates.ts'
import { holidayFindings } from './holidays.ts'
import { matterFindings, packFindings, packOrderFindings } from './packs.ts'
import { recordFindings, versionFindings } from './records.ts'
import { type Certificate, certificateShape } from './shape.ts'
import type { Tools } from './tools.ts'

/**
 * `valid`: it comes out as it stands and the key signed it. `unsigned`: it comes out, and nobody signed it. `unchecked`: it comes out,
 * and no key was given to check the signature with. `altered`: it does not come out, or the key did not sign this.
 */
export const verdicts = ['valid', 'unsigned', 'unchecked', 'altered'] as const
export type Verdict = (typeof verdicts)[number]

export type Verified = { verdict: Verdict; certificate: Certificate; findings: Finding[] }

/** What is no certificate, and where it ceases to be one. */
export type Unreadable = { pointer: string; reason: string }

/** The text that is signed: the certificate without its signature, in canonical JSON. */
export const signedText = ({ signature: _, ...certificate }: Certificate): string => canonicalJson(certificate)

const algorithm = 'Ed25519'
/** 64 bytes in base64, in the one way of writing them. */
const base64Signature = /^[A-Za-z0-9+/]{85}[AQgw]==$/

function signatureFindings(certificate: Certificate, { key }: Tools): Finding[] {
  const { signature } = certificate
  if (!signature)
    return certificate.key === null ? [] : [finding('/signature', 'signature-absent', { key: certificate.key })]
  if (certificate.key === null) return [finding('/key', 'absent', { id: 'key' })]
  if (signature.algorithm !== algorithm)
    return [finding('/signature/algorithm', 'differs', { expected: algorithm, found: signature.algorithm })]
  if (!key) return []
  if (key.fingerprint !== certificate.key)
    return [finding('/key', 'key', { expected: key.fingerprint, found: certificate.key })]
  const isWritten = base64Signature.test(signature.value)
  return isWritten && key.verifies(signedText(certificate), signature.value)
    ? []
    : [finding('/signature/value', 'signature')]
}

/** Everything that can be computed again without the key: where it does not come out as it stands. */
export const contentFindings = (certificate: Certificate, tools: Tools): Finding[] => [
  ...matterFindings(certificate),
  ...recordFindings(certificate, tools),
  ...versionFindings(certificate),
  ...packOrderFindings(certificate),
  ...packFindings(certificate, tools),
  ...holidayFindings(certificate),
  ...evidenceFindings(certificate),
  ...deadlineFindings(certificate),
  ...factFindings(certificate),
  ...gateFindings(certificate),
  ...passageFindings(certificate),
  ...auditFindings(certificate, tools),
]

/** `null` for what is too deep, or holds half a character or a number that is none. */
function canonicalOf(value: unknown): string | null {
  try {
    return canonicalJson(value)
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return null
    throw error
  }
}

/** Reads a procedure certificate and computes it anew. It asks no database and no network, and shares no rule with what wrote it. */
export function verify(value: unknown, tools: Tools): Result<Verified, Unreadable> {
  const text = canonicalOf(value)
  // A member that reading passes over would be outside of what is compared and signed.
  if (text === null || text.includes('"__proto__"')) return fail({ pointer: '/', reason: 'canonical-json' })
  const read = certificateShape.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    return fail({
      pointer: (issue?.path ?? []).map((part) => `/${String(part)}`).join('') || '/',
      reason: issue?.message ?? '',
    })
  }
  const certificate = read.data
  const findings = [...contentFindings(certificate, tools), ...signatureFindings(certificate, tools)]
  const verdict: Verdict =
    findings.length > 0 ? 'altered' : !certificate.signature ? 'unsigned' : tools.key ? 'valid' : 'unchecked'
  return ok({ verdict, certificate, findings })
}
