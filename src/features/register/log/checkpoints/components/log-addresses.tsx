import { getTranslations } from 'next-intl/server'

const addresses = [
  ['checkpoint', '/log/checkpoint', '/log/checkpoint'],
  ['checkpoints', '/log/checkpoints', '/log/checkpoints?after=…'],
  ['log', '/log.jsonl', '/log.jsonl'],
  ['entries', '/log/entries/1', '/log/entries/…'],
  ['inclusion', '/log/proof/inclusion?entry=1', '/log/proof/inclusion?entry=…&size=…'],
  ['consistency', '/log/proof/consistency?from=1', '/log/proof/consistency?from=…&to=…'],
  ['keys', '/log/keys', '/log/keys'],
] as const

/** The addresses that programs read. @param currentKey the key in use, as `name+id+key`. */
export async function LogAddresses({ currentKey }: { currentKey: string | null }) {
  const t = await getTranslations('verify.programs')
  return (
    <section aria-labelledby="programs">
      <h2 id="programs">{t('heading')}</h2>
      <p>{t('lead')}</p>
      <dl className="addresses">
        {addresses.map(([name, href, shown]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              <a href={href}>
                <code className="hash">{shown}</code>
              </a>
            </dd>
          </div>
        ))}
        {currentKey && (
          <div>
            <dt>{t('key')}</dt>
            <dd>
              <code className="hash">{currentKey}</code>
            </dd>
          </div>
        )}
      </dl>
    </section>
  )
}
