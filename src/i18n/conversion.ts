import * as fromSimplified from 'opencc-js/cn2t'
import * as fromTraditional from 'opencc-js/t2cn'
import { withMarksOf } from './quotation'

const simplify = fromTraditional.Converter({ from: 'hk', to: 'cn' })
const unsimplify = fromSimplified.Converter({ from: 'cn', to: 'hk' })

// 著 in these words is the 着 of Hong Kong and the Mainland; in 著名, 著作 and the like, which are not listed, it stays.
const named = '[名專原編論顯卓昭土巨拙遺譯合所]著|著[名作者述稱書錄]'
const durative =
  '[沿執隨接跟穿向朝憑有看帶藉借依按本靠對味伴]著|著(?:陸|手|重|力|想|眼|落|急|火|色|實|裝|墨|迷|慌)'
const eitherReading = new RegExp(`(${named})|${durative}`, 'gu')

/**
 * Traditional Chinese in Simplified characters, by OpenCC's Hong Kong map: for display, stored with the
 * origin `script_conversion` and open to correction by hand. Words are kept (數碼 becomes 数码, not 数字);
 * Latin letters, digits and text that is Simplified already come back as they are. Quotation marks become those
 * of the Mainland.
 */
export function toSimplified(text: string): string {
  const read = text.replace(eitherReading, (word, kept) => (kept ? word : word.replace('著', '着')))
  return withMarksOf('zh-Hans', simplify(read))
}

/**
 * Simplified Chinese in the characters that Hong Kong would probably write. Only a proposal for a person
 * to check, never displayed on its own: one Simplified character stands for several Traditional ones,
 * so 時裝周, printed with 周, comes back as 時裝週. Quotation marks become those of Hong Kong.
 */
export function proposeTraditional(text: string): string {
  return withMarksOf('zh-Hant', unsimplify(text))
}

/** A text in the other Chinese script as OpenCC makes it; of Traditional a proposal only (`proposeTraditional`). */
export function convertTo(script: 'zh-Hant' | 'zh-Hans', text: string): string {
  return script === 'zh-Hans' ? toSimplified(text) : proposeTraditional(text)
}
