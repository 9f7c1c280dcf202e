import '#app/styles/document.css'
import { createElement, type ElementType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LegalText, Provision, ProvisionId, ProvisionKind } from '#app/domain/text/model.ts'
import { place, printedLabel } from '#app/domain/text/outline.ts'

export type LegalTextViewProps = {
  text: LegalText
  /** Names the document for screen readers. */
  label?: string
  /** The level of its title; divisions follow below it. */
  headingLevel?: 1 | 2 | 3
  /** What stands beside a provision: signs of comments, changes, findings. */
  marks?: ReadonlyMap<ProvisionId, ReactNode>
  /** On a sheet of paper with its margins; without it, in the flow of the page. */
  paper?: boolean
}

/** The anchor of a provision on a page. */
export const provisionAnchor = (id: ProvisionId): string => `p-${id}`

type View = {
  labels: Map<ProvisionId, string>
  marks: ReadonlyMap<ProvisionId, ReactNode>
  top: number
  levels: ReadonlyMap<ProvisionKind, number>
}

const headings: Partial<Record<ProvisionKind, number>> = { title: 0, part: 1, subpart: 2, chapter: 2, section: 3 }

const Mark = ({ view, id }: { view: View; id: ProvisionId }) => {
  const mark = view.marks.get(id)
  return mark === undefined ? null : <span className="provision-mark">{mark}</span>
}

// rows and cells of one provision have no identity but their place, so they are children and not a list
const inPlace = (tag: ElementType, children: readonly ReactNode[]) => createElement(tag, null, ...children)

/** The label and the words behind it. Lines within a provision break by the style sheet (`pre-wrap`). */
function Words({ view, provision, label }: { view: View; provision: Provision; label?: string }) {
  const own = label ?? view.labels.get(provision.id) ?? ''
  return (
    <>
      {own !== '' && <span className="provision-label">{own}</span>}
      {provision.text}
      <Mark view={view} id={provision.id} />
    </>
  )
}

function Table({ view, provision }: { view: View; provision: Provision }) {
  const { t } = useTranslation()
  const [head = [], ...rows] = provision.text.split('\n').map((row) => row.split(' | '))
  return (
    // a wide table scrolls, and the keyboard must reach what scrolls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: WCAG 2.1.1
    <section className="provision-table" tabIndex={0} aria-label={t('editor.view.table')}>
      <table>
        <thead>
          {inPlace(
            'tr',
            head.map((cell) => createElement('th', { scope: 'col' }, cell)),
          )}
        </thead>
        {inPlace(
          'tbody',
          rows.map((row) =>
            inPlace(
              'tr',
              row.map((cell) => createElement('td', null, cell)),
            ),
          ),
        )}
      </table>
      <Mark view={view} id={provision.id} />
    </section>
  )
}

/** An article stands on the line of its first paragraph. */
function Article({ view, provision }: { view: View; provision: Provision }) {
  const [first, ...rest] = provision.children
  const label = view.labels.get(provision.id)
  if (first?.kind !== 'paragraph') {
    return (
      <div id={provisionAnchor(provision.id)} className="provision-article">
        <p className="provision" data-kind="article">
          <Words view={view} provision={provision} />
        </p>
        <Provisions view={view} provisions={provision.children} />
      </div>
    )
  }
  return (
    <div id={provisionAnchor(provision.id)} className="provision-article">
      <p id={provisionAnchor(first.id)} className="provision" data-kind="article">
        <Words view={view} provision={first} label={label} />
        <Mark view={view} id={provision.id} />
      </p>
      <Provisions view={view} provisions={first.children} />
      <Provisions view={view} provisions={rest} />
    </div>
  )
}

function Heading({ view, provision, level }: { view: View; provision: Provision; level: number }) {
  const Level = `h${Math.min(view.top + level, 6)}` as 'h2'
  return (
    <Level id={provisionAnchor(provision.id)} className="provision" data-kind={provision.kind}>
      <Words view={view} provision={provision} />
    </Level>
  )
}

function OneProvision({ view, provision }: { view: View; provision: Provision }) {
  const { kind, id } = provision
  const level = view.levels.get(kind)
  if (kind === 'article') return <Article view={view} provision={provision} />
  if (kind === 'enclosure' || kind === 'annex') {
    return (
      <section id={provisionAnchor(id)} className="provision-text" data-kind={kind}>
        {(provision.text !== '' || view.labels.get(id)) && (
          <p className="provision" data-kind={kind}>
            <Words view={view} provision={provision} />
          </p>
        )}
        <Provisions view={view} provisions={provision.children} />
      </section>
    )
  }
  return (
    <>
      {kind === 'table' && (
        <div id={provisionAnchor(id)}>
          <Table view={view} provision={provision} />
        </div>
      )}
      {level !== undefined && <Heading view={view} provision={provision} level={level} />}
      {kind !== 'table' && level === undefined && (
        <p id={provisionAnchor(id)} className="provision" data-kind={kind}>
          <Words view={view} provision={provision} />
        </p>
      )}
      <Provisions view={view} provisions={provision.children} />
    </>
  )
}

const Provisions = ({ view, provisions }: { view: View; provisions: readonly Provision[] }) => (
  <>
    {provisions.map((provision) => (
      <OneProvision key={provision.id} view={view} provision={provision} />
    ))}
  </>
)

/** The headings that the text has, without a gap: where there are no parts, chapters stand right below the title. */
function levelsIn(text: LegalText): ReadonlyMap<ProvisionKind, number> {
  const kinds = [...new Set(place(text).map(({ provision }) => provision.kind))]
  const present = kinds.flatMap((kind) => {
    const level = headings[kind]
    return level === undefined ? [] : [{ kind, level }]
  })
  const levels = [...new Set(present.map(({ level }) => level))].sort((a, b) => a - b)
  return new Map(present.map(({ kind, level }) => [kind, levels.indexOf(level)]))
}

const noMarks: ReadonlyMap<ProvisionId, ReactNode> = new Map()

/** A legal text as a document, to read and to print. Needs no script. */
export function LegalTextView({ text, label, headingLevel = 2, marks = noMarks, paper = false }: LegalTextViewProps) {
  const { t } = useTranslation()
  const labels = new Map(place(text).map((placed) => [placed.provision.id, printedLabel(placed)]))
  const view: View = { labels, marks, top: headingLevel, levels: levelsIn(text) }
  return (
    <article
      className={`legal-text document-text${paper ? ' paper' : ''}`}
      lang="zh-CN"
      aria-label={label ?? t('editor.view.label')}
    >
      <Provisions view={view} provisions={text.children} />
    </article>
  )
}
