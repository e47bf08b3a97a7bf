import { getLocale, getTranslations } from 'next-intl/server'
import { hrefTo } from '@/i18n/navigation'

/** Asks for a file. Its answer is a page of its own, so that it works without JavaScript. */
export async function UploadForm({ problem }: { problem: string | null }) {
  const [language, t] = [await getLocale(), await getTranslations('exchange.upload')]
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={hrefTo(language, '/desk/exchange/upload')}
      className="desk-form desk-narrow"
    >
      <div className="desk-field">
        <label htmlFor="file">{t('file')}</label>
        <p id="file-hint" className="desk-hint">
          {t('hint')}
        </p>
        {problem && (
          <p id="file-error" className="desk-error" role="alert">
            {problem}
          </p>
        )}
        <input
          type="file"
          id="file"
          name="file"
          required
          accept=".xlsx,.csv"
          aria-describedby={problem ? 'file-hint file-error' : 'file-hint'}
          {...(problem ? { 'aria-invalid': true } : {})}
        />
      </div>
      <button type="submit" className="button">
        {t('button')}
      </button>
    </form>
  )
}
