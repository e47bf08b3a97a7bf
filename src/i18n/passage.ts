import { z } from 'zod'

/** A passage as a form or a file gives it: line ends of one kind, nothing around it. What is too long is `too_long`. */
export const passage = (most: number) =>
  z
    .string()
    .transform((text) => text.replace(/\r\n/g, '\n').trim())
    .pipe(z.string().max(most, 'too_long'))

/** As `passage`, in each of the three languages; what is left out is empty. */
export const passageInLanguages = (most: number) =>
  z.object({
    'zh-Hant': passage(most).default(''),
    'zh-Hans': passage(most).default(''),
    en: passage(most).default(''),
  })
