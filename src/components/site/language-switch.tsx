import { getLocale, getTranslations } from 'next-intl/server'
import { type Language, languages, languageTags } from '@/i18n/language'
import { type Href, hrefTo } from '@/i18n/navigation'

/** Each in its own script, as Hong Kong's sites write them. */
const labels: Record<Language, { short: string; full: string }> = {
  'zh-Hant': { short: '繁', full: '繁體中文' },
  'zh-Hans': { short: '简', full: '简体中文' },
  en: { short: 'Eng', full: 'English' },
}

/** The same page, with the same filter, in each language. */
export async function LanguageSwitch({ here }: { here: Href }) {
  const [current, t] = [await getLocale(), await getTranslations('site')]
  return (
    <nav aria-label={t('languages')}>
      <ul className="languages">
        {languages.map((language) => (
          <li key={language}>
            <a
              href={hrefTo(language, here)}
              lang={languageTags[language]}
              hrefLang={languageTags[language]}
              title={labels[language].full}
              {...(language === current ? { 'aria-current': 'true' as const } : {})}
            >
              {labels[language].short}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
