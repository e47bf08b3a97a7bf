import { z } from 'zod'
import type { Messages } from '@/i18n/messages'

/** What can be said of a part of an answer: a key of messages `developers.fields`. */
export type FieldKey = keyof Messages['developers']['fields']

/** The objects that answers are made of: a key of messages `developers.objects`. */
export type ObjectName = keyof Messages['developers']['objects']

/** What the document says of each part. */
export const descriptions = z.registry<{ key: FieldKey }>()

/** The same schema with a description of its own, which the document writes in its language. */
export function says<Schema extends z.ZodType>(schema: Schema, key: FieldKey): Schema {
  const said = schema.clone() as Schema
  descriptions.add(said, { key })
  return said
}
