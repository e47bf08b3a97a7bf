import * as fromSimplified from 'opencc-js/cn2t'
import * as fromTraditional from 'opencc-js/t2cn'

const simplify = fromTraditional.Converter({ from: 'hk', to: 'cn' })
const unsimplify = fromSimplified.Converter({ from: 'cn', to: 'hk' })

/**
 * Traditional Chinese in Simplified characters, by OpenCC's Hong Kong map: for display, stored with the
 * origin `script_conversion` and open to correction by hand. Words are kept (數碼 becomes 数码, not 数字);
 * Latin letters, digits and text that is Simplified already come back as they are.
 */
export function toSimplified(text: string): string {
  return simplify(text)
}

/**
 * Simplified Chinese in the characters that Hong Kong would probably write. Only a proposal for a person
 * to check, never displayed on its own: one Simplified character stands for several Traditional ones,
 * so 時裝周, printed with 周, comes back as 時裝週.
 */
export function proposeTraditional(text: string): string {
  return unsimplify(text)
}

/** A text in the other Chinese script as OpenCC makes it; of Traditional a proposal only (`proposeTraditional`). */
export function convertTo(script: 'zh-Hant' | 'zh-Hans', text: string): string {
  return script === 'zh-Hans' ? toSimplified(text) : proposeTraditional(text)
}
