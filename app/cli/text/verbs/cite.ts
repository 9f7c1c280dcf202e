import { existsSync } from 'node:fs'
import { isPlainDate, type PlainDate, shanghaiDate, shanghaiInstant } from '#app/domain/base/date.ts'
import { libraryOf } from '#app/domain/citation/library.ts'
import { type CitationRow, citationRows } from '#app/domain/citation/report.ts'
import { citationStatuses } from '#app/domain/citation/resolve.ts'
import { type FolderLibrary, readLibraryFolder } from '#app/server/import/library-folder.server.ts'
import { InputFault, UsageFault } from '../fault.ts'
import type { Call, Message, Verb } from '../verb.ts'

/** Every citation is then told as it was read, and none can be resolved. */
const emptyLibrary: FolderLibrary = { library: libraryOf([]), textOf: () => null, checked: () => null, faults: [] }

async function libraryOfCall(call: Call): Promise<FolderLibrary> {
  const name = call.option('library')
  if (name === null) return emptyLibrary
  const directory = call.path('library')
  if (!existsSync(directory)) throw new InputFault('file-absent', {}, name)
  return readLibraryFolder(directory)
}

function dayOf({ option }: Call): PlainDate {
  const wanted = option('on')
  if (wanted === null) return shanghaiDate(shanghaiInstant(new Date().toISOString()))
  if (!isPlainDate(wanted)) throw new UsageFault('date-invalid', { date: wanted })
  return wanted
}

/** LINE, status, quotation, what is cited, and what stands in its place now: parted by tabs. */
const printed = ({ line, status, quote, document, address, now }: CitationRow) =>
  [
    line,
    status,
    quote,
    `${document ? `《${document}》` : ''}${address}`,
    now ? `${now.change} 《${now.title}》${now.address}` : '',
  ]
    .join('\t')
    .trimEnd()

export const citeVerb: Verb = {
  files: { least: 1, most: 1 },
  options: { library: 'value', on: 'value', 'fail-on': citationStatuses },
  usage: 'text -- cite [--library DIR] [--on YYYY-MM-DD] [--fail-on repealed,unresolved] [--json] FILE',
  async run(call) {
    const { inputs, list, translate } = call
    const on = dayOf(call)
    const { library, textOf, checked, faults } = await libraryOfCall(call)
    const citations = citationRows(inputs[0]!.text, { library, on, textOf, checked })
    const failing: readonly string[] = list('fail-on')
    const messages: Message[] = faults.map(({ path, code }) => ({
      file: path,
      line: null,
      code,
      message: translate(code),
    }))
    return {
      output: citations.map(printed).join('\n'),
      json: { on, citations },
      messages,
      exit: citations.some(({ status }) => failing.includes(status)) ? 1 : 0,
    }
  },
}
