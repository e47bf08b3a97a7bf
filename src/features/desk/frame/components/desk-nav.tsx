import { getLocale, getTranslations } from 'next-intl/server'
import type { Officer } from '@/features/desk/officers/model'
import {
  isReviewer,
  mayManageMail,
  mayManageOfficers,
  mayReadAudit,
} from '@/features/desk/officers/policy'
import { type Href, hrefTo } from '@/i18n/navigation'

const everybody = () => true

/** The pages of the desk, in order, and who has them. A new one is one line here. */
const entries = [
  { name: 'desk', path: '/desk', isFor: everybody },
  { name: 'register', path: '/desk/register', isFor: everybody },
  { name: 'texts', path: '/desk/texts', isFor: everybody },
  { name: 'spreadsheets', path: '/desk/exchange', isFor: everybody },
  { name: 'report', path: '/desk/report', isFor: everybody },
  { name: 'releases', path: '/desk/releases', isFor: isReviewer },
  { name: 'officers', path: '/desk/officers', isFor: mayManageOfficers },
  { name: 'audit', path: '/desk/audit', isFor: mayReadAudit },
  { name: 'mail', path: '/desk/mail', isFor: mayManageMail },
  { name: 'account', path: '/desk/account', isFor: everybody },
] as const

/** The navigation of the desk, as far as the officer's role allows. `here` is the current page. */
export async function DeskNav({ here, officer }: { here: Href; officer: Officer }) {
  const [language, t] = [await getLocale(), await getTranslations('officers.nav')]
  const path: string = typeof here === 'string' ? here : here.pathname
  return (
    <nav aria-label={t('label')} className="desk-nav">
      <ul className="sections">
        {entries
          .filter(({ isFor }) => isFor(officer))
          .map((entry) => (
            <li key={entry.name}>
              <a
                href={hrefTo(language, entry.path)}
                {...(path === entry.path
                  ? { 'aria-current': 'page' as const }
                  : path.startsWith(`${entry.path}/`) && entry.path !== '/desk'
                    ? { 'aria-current': 'true' as const }
                    : {})}
              >
                {t(entry.name)}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  )
}
