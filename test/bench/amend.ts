import { corpusDir } from '../support/corpus.ts'
import { officialTable } from './amend-official.ts'

/** Prints how official decisions are read and carried out, where the corpus is on the machine. */
console.log(corpusDir ? officialTable() : 'skipped: no corpus on this machine')
