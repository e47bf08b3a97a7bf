import * as OpenCC from 'opencc-js/t2cn'

// Both maps, one after the other: Hong Kong's variants (衞, 裏) and Taiwan's (臺, 裡) meet in one spelling.
const fromHongKong = OpenCC.Converter({ from: 'hk', to: 'cn' })
const fromTaiwan = OpenCC.Converter({ from: 'tw', to: 'cn' })

/**
 * The spelling in which a query meets the register: Simplified, one width, lower case, no accents.
 * 滬港 and 沪港, 平臺 and 平台, 衞生 and 卫生, 啓動 and 启动, co-operation and cooperation each become one.
 * For comparing, never for display.
 */
export function fold(text: string): string {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/(?<=[a-z])[-‐‑](?=[a-z])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return fromTaiwan(fromHongKong(plain))
}
