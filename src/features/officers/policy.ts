import type { Officer, SystemActor } from './model'

type Acting = Pick<Officer, 'id' | 'role'>

/** Whether the actor may add officers, disable them and hand out links: admins, and the command line. */
export function mayManageOfficers(actor: Acting | SystemActor): boolean {
  return actor.role === 'admin' || actor.role === 'system'
}

/** Whether an update goes public by the officer's own save, without a second person. */
export function mayPublishOwn(officer: Acting): boolean {
  return officer.role === 'reviewer' || officer.role === 'admin'
}

/** Whether the officer may decide on this submission: a reviewer or admin, and never its author. */
export function mayReview(officer: Acting, submission: { authorId: string }): boolean {
  return mayPublishOwn(officer) && officer.id !== submission.authorId
}

/**
 * Whether the officer may state an item's progress. Reviewers and admins may for every item. An editor
 * may for the items of the fields assigned to them; an editor to whom no field is assigned yet has
 * every item in charge, the numbered slots included.
 * @param item the references of the fields that it belongs to: none for a project not itemised.
 */
export function mayUpdate(
  officer: Pick<Officer, 'role' | 'fields'>,
  item: { fields: readonly string[] },
): boolean {
  if (officer.role !== 'editor' || officer.fields.length === 0) return true
  return item.fields.some((field) => officer.fields.includes(field))
}
