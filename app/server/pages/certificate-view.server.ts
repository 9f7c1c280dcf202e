import { certificateOf } from '../certificate/certificate.server.ts'
import { type InstallationKey, installationKey } from '../certificate/signing-key.server.ts'
import { clockOf } from '../clock.server.ts'
import { fileHeaders } from '../files.server.ts'
import { world } from '../world.server.ts'

type Download = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> }

function download(name: string, mediaType: string, words: string): Download {
  const bytes = Uint8Array.from(new TextEncoder().encode(words))
  return { bytes, headers: fileHeaders({ name, mediaType, bytes }) }
}

/** The certificate of a matter as of now, as a file; `null` for one that was not opened yet. */
export async function certificateFile(matterId: string): Promise<Download | null> {
  const { database, settings } = world()
  const now = (await clockOf(database.client, settings)).now()
  const certificate = await certificateOf(database, matterId, now)
  return (
    certificate &&
    download(
      `${certificate.matter.title}程序证明（${certificate.on}）.json`,
      'application/json; charset=utf-8',
      JSON.stringify(certificate),
    )
  )
}

export const shownKey = (): Promise<InstallationKey | null> => installationKey(world().database.client)

export async function publicKeyFile(): Promise<Download | null> {
  const key = await shownKey()
  return key && download('certificate-key.pem', 'application/x-pem-file', key.publicKey)
}
