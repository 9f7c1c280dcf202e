import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { Certificate } from '#app/domain/verification/shape.ts'
import { signedText } from '#app/domain/verification/verify.ts'
import type { Tx } from '../db.server.ts'
import { log } from '../log.server.ts'
import { settledSetting } from '../repositories/settings.server.ts'

/** What everybody may have of the key: the public half (SPKI, PEM) and the SHA-256 of its DER form. */
export type InstallationKey = { publicKey: string; fingerprint: string }

const keySetting = 'certificate-key'

/**
 * The private key of this installation (Ed25519, PKCS 8), made when it is first asked for. It stands in the database beside the key of
 * the audit chain, so that every server of an installation has the same and a backup holds it. `null` where this build of Node has no
 * Ed25519, or what is stored is no such key.
 */
async function privateKey(tx: Tx): Promise<KeyObject | null> {
  const make = () => String(generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }))
  try {
    const key = createPrivateKey(String(await settledSetting(tx, keySetting, make)))
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch (error) {
    // The words of the error may hold what was stored.
    log.error({ reason: (error as NodeJS.ErrnoException).code ?? (error as Error).name }, 'certificate key unusable')
    return null
  }
}

function publicHalf(key: KeyObject): InstallationKey {
  const half = createPublicKey(key)
  return {
    publicKey: String(half.export({ type: 'spki', format: 'pem' })),
    fingerprint: createHash('sha256')
      .update(half.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  }
}

/** The public key with which certificates of this installation are checked; `null` where it cannot sign. */
export async function installationKey(tx: Tx): Promise<InstallationKey | null> {
  const key = await privateKey(tx)
  return key && publicHalf(key)
}

/** The certificate with the signature of this installation, or as it is where there is no key. */
export async function signedCertificate(tx: Tx, certificate: Certificate): Promise<Certificate> {
  const key = await privateKey(tx)
  if (!key) return { ...certificate, key: null, signature: null }
  const named: Certificate = { ...certificate, key: publicHalf(key).fingerprint }
  const value = sign(null, Buffer.from(signedText(named)), key).toString('base64')
  return { ...named, signature: { algorithm: 'Ed25519', value } }
}
