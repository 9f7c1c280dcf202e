import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Condition, type FactValue, parameterFact } from '#app/domain/procedure/condition.ts'
import { evidenceValueWords } from '../matter/evidence-fact-words.ts'
import { factLists } from '../matter/fact-lists.ts'
import { factWords } from '../matter/fact-words.ts'

/** A condition in words: one sentence, or a heading with the parts below it. */
export type Words = { text: string } | { head: string; parts: Words[] }

/** The value of a fact in words of the list it belongs to. */
export function valueWords(t: TFunction, name: string, value: FactValue): string {
  if (value === null) return t('admin.condition.unknown')
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no')
  if (typeof value === 'number') return String(value)
  if (name === 'matter.kind') return t(`kinds.of.${value}.name`, { defaultValue: value })
  const kind = factLists[name]
  return t('admin.condition.quoted', {
    value: kind
      ? t(`vocabulary.${kind}-${value}`, { defaultValue: value })
      : name.startsWith('evidence.')
        ? evidenceValueWords(t, name, value)
        : value,
  })
}

function equalWords(t: TFunction, [name, value]: [string, FactValue]): string {
  const fact = factWords(t, name)
  if (value === true) return fact
  if (value === false) return t('admin.condition.no', { fact })
  return t('admin.condition.is', { fact, value: valueWords(t, name, value) })
}

/** The condition as it is stored, in the reader's words; the order of its parts is kept. */
export function conditionWords(t: TFunction, condition: Condition): Words {
  if ('all' in condition)
    return list(
      t('admin.condition.all'),
      condition.all.map((part) => conditionWords(t, part)),
    )
  if ('any' in condition)
    return list(
      t('admin.condition.any'),
      condition.any.map((part) => conditionWords(t, part)),
    )
  if ('not' in condition) return negated(t, condition.not)
  if ('present' in condition) return { text: t('admin.condition.known', { fact: factWords(t, condition.present) }) }
  if ('eq' in condition) return { text: equalWords(t, condition.eq) }
  if ('in' in condition) {
    const [name, values] = condition.in
    return {
      text: t('admin.condition.isOneOf', {
        fact: factWords(t, name),
        values: values.map((value) => valueWords(t, name, value)).join(t('admin.condition.and')),
      }),
    }
  }
  const [name, value] = 'atLeast' in condition ? condition.atLeast : condition.atMost
  return {
    text: t(`admin.condition.${'atLeast' in condition ? 'atLeast' : 'atMost'}`, {
      fact: factWords(t, name),
      value: typeof value === 'number' ? value : factWords(t, parameterFact(value.parameter)),
    }),
  }
}

const list = (head: string, parts: Words[]): Words => (parts.length === 1 ? parts[0]! : { head, parts })

/** A plain yes or no is turned round; anything else is named whole. */
function negated(t: TFunction, inner: Condition): Words {
  if ('eq' in inner && typeof inner.eq[1] === 'boolean')
    return {
      text: t(inner.eq[1] ? 'admin.condition.no' : 'admin.condition.notNo', { fact: factWords(t, inner.eq[0]) }),
    }
  return { head: t('admin.condition.not'), parts: [conditionWords(t, inner)] }
}

function Parts({ words }: { words: Words }) {
  if ('text' in words) return <>{words.text}</>
  return (
    <>
      {words.head}
      <ul className="condition">
        {words.parts.map((part, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a stored condition never move
          <li key={index}>
            <Parts words={part} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** A condition of a pack, readable without knowing its form. */
export function ConditionWords({ condition }: { condition: Condition }) {
  const { t } = useTranslation()
  return <Parts words={conditionWords(t, condition)} />
}
