import fc from 'fast-check'
import type { LegalText, NewId, Provision, ProvisionKind } from '#app/domain/text/model.ts'
import { provisionKinds } from '#app/domain/text/model.ts'

/** Ids a1, a2 … in the order in which they were asked for. */
export function counted(prefix = 'n'): NewId {
  let count = 0
  return () => {
    count += 1
    return `${prefix}${count}`
  }
}

export const provision = (id: string, kind: ProvisionKind, text: string, ...children: Provision[]): Provision => ({
  id,
  kind,
  text,
  children,
})

/** 第一条 with two paragraphs, of which the first has two items; 第二条 with one. */
export const measure = (): LegalText => ({
  format: 1,
  children: [
    provision('title', 'title', '江城市电动自行车管理办法'),
    provision(
      'c1',
      'chapter',
      '总则',
      provision(
        'a1',
        'article',
        '',
        provision(
          'a1p1',
          'paragraph',
          '停放场所应当符合下列要求：',
          provision('a1s1', 'subparagraph', '不占用疏散通道；'),
          provision('a1s2', 'subparagraph', '设有充电设施。'),
        ),
        provision('a1p2', 'paragraph', '具体办法另行制定。'),
      ),
      provision('a2', 'article', '', provision('a2p1', 'paragraph', '本办法自2027年1月1日起施行。')),
    ),
    provision(
      'c2',
      'chapter',
      '附则',
      provision('a3', 'article', '', provision('a3p1', 'paragraph', '未尽事宜从其规定。')),
    ),
  ],
})

/** A notice in the outline grammar. */
export const notice = (): LegalText => ({
  format: 1,
  children: [
    provision('t', 'title', '关于加强停放管理的通知'),
    provision('ad', 'addressee', '各区人民政府：'),
    provision('o1', 'point1', '总体要求', provision('o1p', 'paragraph', '坚持便民原则。')),
    provision(
      'o2',
      'point1',
      '主要任务',
      provision('o21', 'point2', '规范停放秩序。', provision('o211', 'point3', '划定区域。')),
      provision('o22', 'point2', '加强巡查。'),
    ),
    provision('sg', 'signature', '江城市人民政府'),
  ],
})

const words = fc.string({ unit: fc.constantFrom('城', '市', '应', '当', '，', '。', '一', 'a', ' '), maxLength: 8 })

type Shape = {
  kind: ProvisionKind
  text: string
  written: string | undefined
  after: boolean
  merged: string[] | undefined
  children: Shape[]
}

const shapesOf = (depth: number): fc.Arbitrary<Shape> =>
  fc.record({
    kind: fc.constantFrom(...provisionKinds),
    text: words,
    written: fc.option(fc.constant('第九条'), { nil: undefined }),
    after: fc.boolean(),
    merged: fc.option(fc.array(fc.constantFrom('old1', 'old2'), { minLength: 1, maxLength: 2 }), { nil: undefined }),
    children: depth === 0 ? fc.constant([]) : fc.array(shapesOf(depth - 1), { maxLength: 3 }),
  })

function named({ kind, text, written, after, merged, children }: Shape, newId: NewId): Provision {
  return {
    id: newId(),
    kind,
    // half of the articles as the grammar wants them
    text: kind === 'article' && children[0]?.kind === 'paragraph' && text.length % 2 === 0 ? '' : text,
    ...(written === undefined ? {} : { written }),
    ...(after ? { after: true as const } : {}),
    ...(merged === undefined ? {} : { merged }),
    children: children.map((child) => named(child, newId)),
  }
}

/** Any tree at all, also those that no parser would make. */
export const anyText: fc.Arbitrary<LegalText> = fc.array(shapesOf(4), { maxLength: 4 }).map((children) => {
  const newId = counted('g')
  return { format: 1, children: children.map((child) => named(child, newId)) }
})

const line = (kind: ProvisionKind) => words.map((text) => ({ kind, text }))
const shape = (kind: ProvisionKind, children: fc.Arbitrary<Provision[]>): fc.Arbitrary<Provision> =>
  fc.tuple(line(kind), children).map(([own, held]) => ({ id: '', ...own, children: held }))
const none = fc.constant<Provision[]>([])
const items = fc.array(shape('item', none), { maxLength: 2 })
const subparagraphs = fc.array(shape('subparagraph', items), { maxLength: 3 })
const paragraphs = fc.array(shape('paragraph', subparagraphs), { minLength: 1, maxLength: 3 })
const articles = fc.array(
  shape('article', paragraphs).map((article) => ({ ...article, text: '' })),
  { minLength: 1, maxLength: 3 },
)
const chapters = fc.array(shape('chapter', articles), { minLength: 1, maxLength: 3 })

const renamed = (all: readonly Provision[], newId: NewId): Provision[] =>
  all.map((each) => ({ ...each, id: newId(), children: renamed(each.children, newId) }))

/** A text of chapters, articles, paragraphs and items. */
export const lawText: fc.Arbitrary<LegalText> = chapters.map((children) => ({
  format: 1,
  children: renamed(children, counted('l')),
}))

export const allProvisions = (text: LegalText): Provision[] => {
  const walk = (provisions: readonly Provision[]): Provision[] =>
    provisions.flatMap((each) => [each, ...walk(each.children)])
  return walk(text.children)
}

/** The tree as an outline of kinds and words, for reading in a test. */
export const drawn = (text: LegalText): string[] => {
  const walk = (provisions: readonly Provision[], depth: number): string[] =>
    provisions.flatMap((each) => [
      `${'  '.repeat(depth)}${each.kind} ${each.id}${each.text === '' ? '' : ` ${each.text}`}`,
      ...walk(each.children, depth + 1),
    ])
  return walk(text.children, 0)
}
