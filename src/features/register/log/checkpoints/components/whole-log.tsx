import { getLocale, getTranslations } from 'next-intl/server'
import type { DetailedHTMLProps, HTMLAttributes } from 'react'
import { messagesIn } from '@/i18n/messages'

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      /** The form that checks files in the browser: public/verify-page.mjs. */
      'file-check': DetailedHTMLProps<HTMLAttributes<HTMLElement>, HTMLElement>
    }
  }
}

/** How the whole log is checked: by the script, or in the browser where JavaScript runs. */
export async function WholeLog() {
  const [language, t] = [await getLocale(), await getTranslations('verify.whole')]
  const { working, good, unchecked, problems, unreadable } = messagesIn(language).verify.whole
  return (
    <section aria-labelledby="whole">
      <h2 id="whole">{t('heading')}</h2>
      <p>{t('lead')}</p>
      <ul className="plain-list">
        <li>
          <a href="/log.jsonl" download>
            {t('log')}
          </a>
        </li>
        <li>
          <a href="/log/checkpoints" download="checkpoints.json">
            {t('checkpoints')}
          </a>
        </li>
        <li>
          <a href="/verify-log.mjs" download>
            {t('script')}
          </a>
        </li>
      </ul>
      <p>{t('command')}</p>
      <pre className="command">
        <code>node verify-log.mjs log.jsonl checkpoints.json --kept checkpoint.txt</code>
      </pre>
      {/* Hidden until its script has loaded, since it does nothing without. The script shows it, before or after hydration. */}
      <file-check
        id="file-check"
        data-words={JSON.stringify({ working, good, unchecked, problems, unreadable })}
        hidden
        suppressHydrationWarning
      >
        <form className="check-form">
          <h3>{t('fileHeading')}</h3>
          <p className="quiet">{t('fileLead')}</p>
          <label htmlFor="file-log">{t('fileLog')}</label>
          <input type="file" id="file-log" name="log" required accept=".jsonl" />
          <label htmlFor="file-checkpoints">{t('fileCheckpoints')}</label>
          <input type="file" id="file-checkpoints" name="checkpoints" required accept=".json" />
          <button type="submit" className="button">
            {t('fileButton')}
          </button>
          <output className="verdict" hidden />
        </form>
      </file-check>
      <script type="module" src="/verify-page.mjs" async />
    </section>
  )
}
