'use server'

import { redirect } from 'next/navigation'
import { officerForAction } from '@/features/desk/officers/session'
import { hrefTo } from '@/i18n/navigation'
import { languageOf, typedFields } from '@/server/http/form'
import { applyImport, decideConflicts, discardImport } from '../commands/decide-import'
import { listQuery, writeListQuery } from '../input'
import type { Decision } from '../model/spreadsheet'

/**
 * One submit of the page of an upload: the choices on conflicts as far as they are made, all of them by one
 * button, the submission of what was found, or its end. Shows the page again, with why where it was refused.
 */
export async function importAction(form: FormData): Promise<void> {
  const values = typedFields(form)
  const officer = await officerForAction(form)
  const id = values.id ?? ''
  const refused = officer ? await act(officer, id, values) : 'signed_out'
  const query = {
    ...writeListQuery(listQuery.parse(values)),
    ...(refused ? { refused } : { done: values.intent ?? '' }),
  }
  redirect(hrefTo(languageOf(values), { pathname: '/desk/imports/[id]', params: { id }, query }))
}

type Actor = NonNullable<Awaited<ReturnType<typeof officerForAction>>>

async function act(
  officer: Actor,
  id: string,
  values: Record<string, string>,
): Promise<string | null> {
  const { intent } = values
  const outcome =
    intent === 'apply'
      ? await applyImport(officer, { id, leaveOut: values.leaveOut === 'on' })
      : intent === 'discard'
        ? await discardImport(officer, { id })
        : await decideConflicts(officer, {
            id,
            decisions: Object.fromEntries(
              named(values, 'decide:').flatMap(([key, value]) =>
                value === 'mine' || value === 'theirs' ? [[key, value as Decision]] : [],
              ),
            ),
            versions: Object.fromEntries(
              named(values, 'version:').map(([key, value]) => [key, Number(value)]),
            ),
            ...(intent === 'mine' || intent === 'theirs' ? { rest: intent } : {}),
          })
  return outcome.ok ? null : outcome.reason
}

/** The fields whose names begin so, without it. */
function named(values: Record<string, string>, prefix: string): [string, string][] {
  return Object.entries(values)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value])
}
