import { useTranslation } from 'react-i18next'
import { isTicked, textOf, type FormValues } from '../forms/values.ts'
import { FieldError, type FieldErrors } from '../ui/index.ts'
import { wordOf } from '../matter/vocabulary.ts'

export type Material = { kind: string; present: boolean; due: boolean }

type MaterialsProps = { materials: readonly Material[]; values?: FormValues; errors?: FieldErrors }

/** The materials of a submission as a list to tick, preset from what the matter holds. */
export function Materials({ materials, values, errors }: MaterialsProps) {
  const { t } = useTranslation()
  const codes = errors?.materials
  return (
    <fieldset className="field materials">
      <legend>{t('closing.materials')}</legend>
      <p className="field-hint">{t('closing.materialsHint')}</p>
      <FieldError id="submit-materials-error" codes={codes} />
      <div className="table-region">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('closing.material')}</th>
              <th scope="col">{t('closing.present')}</th>
              <th scope="col">{t('closing.note')}</th>
            </tr>
          </thead>
          <tbody>
            {materials.map(({ kind, present, due }, at) => {
              const name = `materials[${at}]`
              const word = wordOf(t, 'material', kind)
              const ticked = values ? isTicked(values[`${name}.present`]) : present
              return (
                <tr key={kind}>
                  <th scope="row">
                    {word}
                    {!due && (
                      <span className="field-optional">
                        {t('common.openBracket')}
                        {t('common.optional')}
                        {t('common.closeBracket')}
                      </span>
                    )}
                    <input type="hidden" name={`${name}.kind`} value={kind} />
                  </th>
                  <td>
                    <input
                      type="checkbox"
                      id={at === 0 ? 'submit-materials' : undefined}
                      name={`${name}.present`}
                      defaultChecked={ticked}
                      aria-label={t('closing.presentOf', { material: word })}
                    />
                  </td>
                  <td>
                    <input
                      className="cell-input"
                      type="text"
                      name={`${name}.note`}
                      defaultValue={textOf(values?.[`${name}.note`])}
                      aria-label={t('closing.noteOf', { material: word })}
                      autoComplete="off"
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
