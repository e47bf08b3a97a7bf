import { isValidElement, type ReactNode } from 'react'
import { shapes } from '@/features/register/states/components/state-mark'
import type { ItemState } from '@/features/register/states/model/states'
import { escaped } from '@/server/files/markup'

/** The inside of a state's shape as SVG, 16 by 16, in `currentColor` upon `var(--paper)`. */
export function shapeOf(state: ItemState): string {
  return written(shapes[state])
}

/** Plain elements as markup: what the pages draw by React is drawn here without it. */
function written(node: ReactNode): string {
  if (Array.isArray(node)) return node.map(written).join('')
  if (!isValidElement<{ children?: ReactNode }>(node)) return ''
  const { children, ...attributes } = node.props
  if (typeof node.type !== 'string') return written(children)
  const inTag = Object.entries(attributes)
    .map(([name, value]) => {
      const inSvg = name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)
      return ` ${inSvg}="${escaped(String(value))}"`
    })
    .join('')
  return `<${node.type}${inTag}>${written(children)}</${node.type}>`
}
