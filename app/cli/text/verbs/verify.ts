import { createHash, createPublicKey, getHashes, type KeyObject, verify as verifySignature } from 'node:crypto'
import type { Finding } from '#app/domain/verification/finding.ts'
import type { PublicKey, Tools } from '#app/domain/verification/tools.ts'
import { type Verified, verify } from '#app/domain/verification/verify.ts'
import { InputFault } from '../fault.ts'
import { readFileOf, valueIn } from '../input.ts'
import { placeWords } from '../places.ts'
import type { Translate } from '../translate.ts'
import type { Call, Verb } from '../verb.ts'

const digestBy = (algorithm: string) => (content: string | Uint8Array) =>
  createHash(algorithm).update(content).digest('hex')
const sha256 = digestBy('sha256')

/** Algorithms that events may name; `undefined` where this machine lacks one. */
const digests: Tools['digests'] = { sha256, sm3: getHashes().includes('sm3') ? digestBy('sm3') : undefined }

function keyObject(pem: Buffer, name: string): KeyObject {
  try {
    const key = createPublicKey(pem)
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Said below, with the name of the file.
  }
  throw new InputFault('key-unreadable', {}, name)
}

/** @throws InputFault for a file that is absent, or no public key of Ed25519. */
function keyOf({ option, path }: Call): PublicKey | null {
  const name = option('key')
  if (name === null) return null
  const key = keyObject(readFileOf(path('key'), '/'), name)
  return {
    fingerprint: sha256(key.export({ type: 'spki', format: 'der' })),
    verifies: (text, signature) => verifySignature(null, Buffer.from(text), key, Buffer.from(signature, 'base64')),
  }
}

const messageOf = ({ code, fields }: Finding, translate: Translate) => translate(`verify-${code}`, fields)

const headOf = ({ certificate: { matter, on, issuedAt, key, audit } }: Verified) => ({
  matter: { id: matter.id, title: matter.title, kind: matter.kind },
  on,
  issuedAt,
  key,
  head: { seq: audit.head.seq, hash: audit.head.hash, root: audit.root },
})

function told(
  { verdict, certificate }: Verified,
  places: Array<{ place: string; pointer: string; message: string }>,
  translate: Translate,
) {
  const { matter, on, key, audit, gates } = certificate
  const said = translate(`verify-verdict-${verdict}`, {
    title: matter.title,
    on,
    key: key ?? '',
    events: audit.events.length,
    gates: gates.length,
  })
  return [said, ...places.map(({ place, pointer, message }) => `${place} (${pointer}): ${message}`)].join('\n')
}

export const verifyVerb: Verb = {
  files: { least: 1, most: 1 },
  reads: 'json',
  options: { key: 'value' },
  usage: 'text -- verify [--key PUBLIC.pem] [--json] FILE',
  run(call) {
    const { inputs, translate } = call
    const input = inputs[0]!
    const key = keyOf(call)
    const read = verify(valueIn(input), { sha256, digests, key })
    if (!read.ok)
      throw new InputFault('not-a-certificate', { place: read.error.pointer, reason: read.error.reason }, input.name)
    const { verdict, certificate, findings } = read.value
    const unknown = findings.find(({ code }) => code === 'algorithm')
    if (unknown) throw new InputFault('verify-algorithm', unknown.fields, input.name)
    const places = findings.map((each) => ({
      pointer: each.pointer,
      place: placeWords(each.pointer, certificate, translate),
      code: each.code,
      message: messageOf(each, translate),
    }))
    return {
      output: told(read.value, places, translate),
      json: { verdict, certificate: headOf(read.value), places },
      messages: [],
      exit: verdict === 'altered' ? 1 : 0,
    }
  },
}
