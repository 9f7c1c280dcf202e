/** The legal text engine from a shell: npm run --silent text -- VERB [options] FILE... */
import { writeSync } from 'node:fs'
import { callersDirectory, commonOf } from './text/arguments.ts'
import { runBatch } from './text/batch.ts'
import { UsageFault } from './text/fault.ts'
import { failed, type Ran, runVerb } from './text/run.ts'
import { translateInto } from './text/translate.ts'
import type { Message } from './text/verb.ts'
import { verbs } from './text/verbs.ts'

const standardOutput = 1
const standardError = 2

/** Writes all of it before the process ends, also into a pipe that takes its time. */
function write(to: number, words: string): void {
  const bytes = Buffer.from(words)
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(to, bytes, at)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') return
      if (code !== 'EAGAIN') throw error
    }
  }
}

const withFinalNewline = (words: string) => (words === '' || words.endsWith('\n') ? words : `${words}\n`)

const told = ({ file, line, code, message }: Message) =>
  `${[file, line].filter((each) => each !== null).join(':')}${file ? ': ' : ''}${code}: ${message}\n`

function answer({ output, json, messages, exit }: Ran, isJson: boolean): void {
  write(standardOutput, isJson ? `${JSON.stringify(json)}\n` : withFinalNewline(output))
  write(standardError, messages.map(told).join(''))
  process.exitCode = exit
}

async function main(words: string[]): Promise<void> {
  const directory = callersDirectory()
  const { language, isJson } = commonOf(words)
  const at = words.indexOf('--batch')
  if (at < 0) return answer(await runVerb(verbs, words, directory), isJson)
  try {
    const name = words[at + 1]
    if (!name) throw new UsageFault('option-value', { option: '--batch' })
    process.exitCode = await runBatch(verbs, name, directory, (line) => write(standardOutput, `${line}\n`))
  } catch (error) {
    answer(failed('text/1', error, translateInto(language)), isJson)
  }
}

await main(process.argv.slice(2))
