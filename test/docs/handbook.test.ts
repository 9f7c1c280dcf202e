import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { roles } from '#app/domain/access/roles.ts'
import { actNames } from '#app/domain/acts/registry.ts'
import en from '#app/messages/en.ts'
import zh from '#app/messages/zh.ts'
import { handbookCells } from './tables.ts'

const words = { zh, en }

describe.each(['zh', 'en'] as const)('the handbook in %s', (language) => {
  const handbook = readFileSync(`docs/handbook/${language}.md`, 'utf8')

  test('names every act as the pages do, with who may do it and when', () => {
    const missing = actNames.map((act) => handbookCells(act, language)).filter((cells) => !handbook.includes(cells))
    expect(missing).toEqual([])
  })

  test('names every role', () => {
    expect(roles.filter((role) => !handbook.includes(words[language].roles[role]))).toEqual([])
  })
})
