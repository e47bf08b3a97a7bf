import type { City } from '@/features/register/cities/model'

const entry = (body: string) => ({
  body,
  origin: 'editorial' as const,
  originDetail: null,
  derivedFromHash: null,
  reviewedAt: null,
})

export const hongKong: City = {
  code: 'HK',
  name: { 'zh-Hant': entry('香港'), 'zh-Hans': entry('香港'), en: entry('Hong Kong') },
  shortName: { 'zh-Hant': '港', 'zh-Hans': '港', en: 'HK' },
  script: 'zh-Hant',
}

export const shanghai: City = {
  code: 'SH',
  name: { 'zh-Hant': entry('上海'), 'zh-Hans': entry('上海'), en: entry('Shanghai') },
  shortName: { 'zh-Hant': '滬', 'zh-Hans': '沪', en: 'Shanghai' },
  script: 'zh-Hans',
}

/** The cities of the register's first pair, in its order. */
export const cities = [hongKong, shanghai]

/** Their codes. */
export const sides = ['HK', 'SH'] as const
