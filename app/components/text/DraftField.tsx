import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { newId } from '#app/editor/identifier.ts'
import { TextFallback } from '#app/editor/TextFallback.tsx'
import type { DraftEditorProps } from './DraftEditor.tsx'

const DraftEditor = lazy(() => import('./DraftEditor.tsx'))

export type DraftFieldProps = Omit<DraftEditorProps, 'initial' | 'saved' | 'name'> & {
  /** The server's working copy. */
  text: LegalText
  /** The same as `print` gives it. */
  printed: string
  /** Field of the form that carries the text as JSON. */
  treeName?: string
  /** Field that carries it as printed lines, where no script has run. */
  sourceName?: string
}

/**
 * The text in a form. A form posts either `tree` or `source`, never both: the text area gives way to the editor once
 * that is there, and what was typed into it until then goes along.
 */
export function DraftField({ text, printed, treeName = 'tree', sourceName = 'source', ...rest }: DraftFieldProps) {
  const holder = useRef<HTMLDivElement>(null)
  const [initial, setInitial] = useState<LegalText | null>(null)

  useEffect(() => {
    let here = true
    void import('./DraftEditor.tsx').then(
      () => {
        if (!here) return
        const typed = holder.current?.querySelector('textarea')?.value ?? printed
        setInitial(typed === printed || typed.replace(/\r\n/g, '\n') === printed ? text : parse(typed, newId, text))
      },
      () => {
        // the text area stays: it can be used and posted without the editor
      },
    )
    return () => {
      here = false
    }
  }, [text, printed])

  const fallback = <TextFallback printed={printed} label={rest.label} name={sourceName} />
  return (
    <div ref={holder}>
      {initial === null ? (
        fallback
      ) : (
        <Suspense fallback={fallback}>
          <DraftEditor {...rest} initial={initial} saved={text} name={treeName} />
        </Suspense>
      )}
    </div>
  )
}
