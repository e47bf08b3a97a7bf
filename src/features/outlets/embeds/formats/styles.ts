import { type ItemState, states } from '@/features/register/states/model/states'
import type { Language } from '@/i18n/language'
import type { CardTheme } from '../model/card'

/** The pages' own fonts by language, in single quotes, because they are used in attributes too. */
export const fontsOf: Record<Language, string> = {
  en: "ui-sans-serif,system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif",
  'zh-Hant':
    "-apple-system,'PingFang HK','PingFang TC','Noto Sans HK','Noto Sans CJK HK','Noto Sans TC','Noto Sans CJK TC','Microsoft JhengHei',sans-serif",
  'zh-Hans':
    "-apple-system,'PingFang SC','Noto Sans SC','Noto Sans CJK SC','Microsoft YaHei',sans-serif",
}

const colours = {
  light: '--paper:#fbfaf6;--ink:#1d1c1a;--soft:#57534b;--edge:#858074;--accent:#0b5a63',
  dark: '--paper:#141617;--ink:#eae8e2;--soft:#aeaba2;--edge:#7f8486;--accent:#84ccd3',
}

/** Everything that a card is drawn with: it loads nothing. */
export function cardStyles(
  language: Language,
  shown: readonly ItemState[],
  theme: CardTheme,
): string {
  const of = (scheme: 'light' | 'dark') =>
    shown.map((state) => `.state-${state}{--state:${states[state].colours[scheme]}}`).join('')
  const usual = theme === 'dark' ? 'dark' : 'light'
  return [
    `:root{color-scheme:${theme === 'auto' ? 'light dark' : usual};${colours[usual]}}`,
    of(usual),
    ...(theme === 'auto'
      ? [`@media(prefers-color-scheme:dark){:root{${colours.dark}}${of('dark')}}`]
      : []),
    '*{box-sizing:border-box}',
    `body{margin:0;color:var(--ink);font:16px/1.6 ${fontsOf[language]};overflow-wrap:anywhere}`,
    ...(['zh-Hant', 'zh-Hans', 'en'] as const)
      .filter((other) => other !== language)
      .map((other) => `:lang(${other}){font-family:${fontsOf[other]}}`),
    // No higher than what it says: the rest of the frame shows the page around it.
    'main{padding:.8rem 1rem;background:var(--paper);border:1px solid var(--edge);border-radius:6px}',
    'h1{font-size:1.1rem;line-height:1.4;margin:.1rem 0 .5rem}',
    'p,ul{margin:.2rem 0;padding:0;list-style:none}',
    'a{color:var(--accent);display:inline-block;padding:.15rem 0}',
    'a:focus-visible{outline:3px solid var(--accent);outline-offset:2px}',
    'small,.quiet{color:var(--soft);font-size:.88rem}',
    '.state{display:flex;align-items:center;gap:.45rem;font-weight:600}',
    '.state svg{color:var(--state);flex:none}',
    '.states{display:flex;flex-wrap:wrap;gap:.2rem 1rem}',
  ].join('')
}
