import { z } from 'zod'

/** A number of an entry, a checkpoint or a size, as an address writes it. */
const counted = z
  .string()
  .regex(/^[1-9][0-9]{0,8}$/, 'must be a whole number from 1 on, in digits')
  .transform(Number)
const countedFromZero = z
  .string()
  .regex(/^(0|[1-9][0-9]{0,8})$/, 'must be a whole number from 0 on, in digits')
  .transform(Number)

/** `/log/entries/[number]` */
export const entryInput = z.object({ number: counted })
/** `/log/proof/inclusion`; without a size, that of the last checkpoint. */
export const inclusionInput = z.object({ entry: counted, size: counted.optional() })
/** `/log/proof/consistency`; without an end, the last checkpoint. */
export const consistencyInput = z.object({ from: counted, to: counted.optional() })
/** `/log/checkpoints` */
export const checkpointsInput = z.object({ after: countedFromZero.default(0) })

/** A fingerprint as the register writes it. A plus in an address is read as a space. */
const fingerprint = z
  .string()
  .transform((text) => text.trim().replaceAll(' ', '+'))
  .pipe(z.string().regex(/^[A-Za-z0-9+/]{43}=$/))

/** The page `/verify`. A value that cannot be is said to be none, beside its field. */
export const verifyInput = z.object({
  entry: counted.optional().catch(0),
  fingerprint: fingerprint.optional().catch(''),
  text: fingerprint.optional().catch(''),
})
