import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/index.ts'

/** A button that lets one job or letter be tried again; nothing where this post may not. */
export function TryAgain({ what, id, formKey }: { what: 'job' | 'mail'; id: string; formKey?: string }) {
  const { t } = useTranslation()
  if (!formKey) return null
  return (
    <Form method="post">
      <input type="hidden" name="_act" value="try-again" />
      <input type="hidden" name="_key" value={`${formKey} ${id}`} />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="id" value={id} />
      <Button type="submit">{t('acts.try-again')}</Button>
    </Form>
  )
}
