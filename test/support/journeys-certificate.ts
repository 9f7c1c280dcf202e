import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { runVerb } from '#app/cli/text/run.ts'
import { verbs } from '#app/cli/text/verbs.ts'
import type { Certificate } from '#app/domain/verification/shape.ts'
import { at, download } from './journeys.ts'
import { place, type Road } from './journeys-road.ts'

function folderOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wenheng-certificate-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The certificate and the public key, as a person takes them from the pages. */
async function taken(road: Road, who: string): Promise<{ folder: string; certificate: Certificate }> {
  const person = await at(road, who)
  const folder = folderOfTest()
  await person.page.goto(place(road, 'record'))
  const certificate = await download(person, /下载程序证明/)
  writeFileSync(join(folder, 'certificate.json'), certificate.bytes)
  await person.page.getByRole('link', { name: '本系统的签名公钥' }).click()
  await person.page.waitForURL(/certificate-key/)
  writeFileSync(join(folder, 'key.pem'), (await download(person, /下载公钥/)).bytes)
  return { folder, certificate: JSON.parse(Buffer.from(certificate.bytes).toString()) as Certificate }
}

const verified = (folder: string, file = 'certificate.json') =>
  runVerb(verbs, ['verify', '--key', 'key.pem', file], folder)

/** The procedure certificate of the matter is valid off-line; one with a gate changed is refused with its place. */
export async function takesTheCertificate(road: Road): Promise<void> {
  const { folder, certificate } = await taken(road, 'mayor')
  const whole = await verified(folder)
  expect(whole.output).toContain(`有效：《${road.document.title}》的程序证明`)
  expect(whole.exit).toBe(0)
  const first = certificate.gates.findIndex(({ state }) => state === 'met')
  const gates = certificate.gates.map((gate, index) => (index === first ? { ...gate, state: 'exempt' } : gate))
  writeFileSync(join(folder, 'changed.json'), JSON.stringify({ ...certificate, gates }))
  const changed = await verified(folder, 'changed.json')
  expect(changed.exit).toBe(1)
  expect(changed.output).toContain(`(/gates/${first}/state): 应为 "met"，文件中为 "exempt"`)
}

/** Of a matter of which somebody changed a row in the database, the certificate does not come out. */
export async function certificateTellsTampering(road: Road): Promise<void> {
  const { folder } = await taken(road, 'mayor')
  const found = await verified(folder)
  expect(found.exit).toBe(1)
  expect(found.output).toMatch(/第 \d+ 号记录（[^）]+） \(\/records\/\d+\/hash\)/)
}
