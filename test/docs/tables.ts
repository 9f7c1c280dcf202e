import { relations, roles, unitKinds } from '#app/domain/access/roles.ts'
import { registry } from '#app/domain/acts/registry.ts'
import { type Stage, stages } from '#app/domain/matter/stage.ts'
import en from '#app/messages/en.ts'
import zh from '#app/messages/zh.ts'

/** Rows of documents that must say what the code says. A test that fails prints the row that belongs there. */

export type Language = 'zh' | 'en'
const messages = { zh, en } as const
const comma = { zh: '、', en: ', ' } as const
const dash = { zh: '至', en: ' to ' } as const

/** Stages in the order of the road; four or more in a row are written as from and to. */
function stageWords(given: readonly Stage[] | 'any', language: Language): string {
  const names = messages[language].stages
  if (given === 'any') return language === 'zh' ? '任何环节' : 'any stage'
  const runs: Stage[][] = []
  for (const stage of stages) {
    if (!given.includes(stage)) continue
    const run = runs.at(-1)
    if (run && stages.indexOf(run.at(-1)!) === stages.indexOf(stage) - 1) run.push(stage)
    else runs.push([stage])
  }
  const words = (run: Stage[]) =>
    run.length >= 4 ? [`${names[run[0]!]}${dash[language]}${names[run.at(-1)!]}`] : run.map((stage) => names[stage])
  return runs.flatMap(words).join(comma[language])
}

/** Whom the handbook names where no person may do it. */
const theSystem = { zh: '系统', en: 'The system' }

/** Who may do an act, and when: one line a grant. */
export function whoAndWhen(act: string, language: Language): { who: string; when: string } {
  const { roles: names, vocabulary } = messages[language]
  const { grants, subject } = registry.get(act)!
  const who = grants.map((grant) => {
    if (grant.roles.length === 0) return theSystem[language]
    const people = grant.roles.map((role) => names[role]).join(comma[language])
    if (grant.relations === 'any') return people
    const units = grant.relations.map((relation) => vocabulary[`relation-${relation}`]).join(comma[language])
    return language === 'zh' ? `${units}的${people}` : `${people} (${units})`
  })
  const none = language === 'zh' ? '不限' : 'any time'
  const when = grants.map((grant) => (subject === 'matter' ? stageWords(grant.stages, language) : none))
  return { who: [...new Set(who)].join('<br>'), when: [...new Set(when)].join('<br>') }
}

/** The cells of the handbook that follow from the registry: the act by its words, who, when. */
export function handbookCells(act: string, language: Language): string {
  const words = messages[language].acts[act as keyof typeof zh.acts]
  const { who, when } = whoAndWhen(act, language)
  return `| **${words}** | ${who} | ${when} |`
}

const row = (code: string, english: string, chinese: string) => `| \`${code}\` | ${english} | ${chinese} |`
type Words = Record<string, string>

/** Families of words that stand for lists of the domain; the others belong to single forms. */
const families =
  /^(level|carrier|enclosed|authority|answer|disposition|point|weight|conclusion|result|view|meeting|means|completeness|material|companion|publicity|evidence|fair|rank|signature|silence|number|source|fact|element|entrance|outcome|verification)-/

/** Rows of the glossary for every code that people meet: roles, units, relations, stages, records and the vocabulary. */
export const glossaryRows = (): Record<
  'roles' | 'units' | 'relations' | 'stages' | 'records' | 'vocabulary',
  string[]
> => ({
  roles: roles.map((role) => row(role, en.roles[role], zh.roles[role])),
  units: unitKinds.map((kind) => row(kind, en.unitKinds[kind], zh.unitKinds[kind])),
  relations: relations.map((one) => row(one, en.vocabulary[`relation-${one}`], zh.vocabulary[`relation-${one}`])),
  stages: stages.map((stage) => row(stage, en.stages[stage], zh.stages[stage])),
  records: Object.keys(zh.records).map((kind) => row(kind, (en.records as Words)[kind]!, (zh.records as Words)[kind]!)),
  vocabulary: Object.keys(zh.vocabulary)
    .filter((code) => families.test(code))
    .map((code) => row(code, (en.vocabulary as Words)[code]!, (zh.vocabulary as Words)[code]!)),
})
