import { shownDay, shownRevision } from '@/i18n/shown-moment'
import { asScript, type Thing } from '../model/thing'

/** What a page is about, for programs that read it: facts of the register alone. Draws nothing on a revision's page, which is no second thing, nor where a page tells of a day. */
export function Described({ things }: { things: readonly Thing[] }) {
  if (shownRevision() || shownDay()) return null
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: data that no browser runs, written so that it cannot end its element
      dangerouslySetInnerHTML={{ __html: asScript(things) }}
    />
  )
}
