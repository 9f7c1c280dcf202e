import { corpusDir } from '../support/corpus.ts'
import { officialTable } from './amend-official.ts'
import { writtenTable } from './amend-written.ts'

/** Prints how decisions are written and how official ones are carried out, where the corpus is on the machine. */
console.log(corpusDir ? `${writtenTable()}\n\n${officialTable()}` : 'skipped: no corpus on this machine')
