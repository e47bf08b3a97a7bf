import { type ItemState, states } from '@/features/register/states/model/states'
import { escaped } from '@/server/files/markup'

/** The inside of a state's shape as SVG, 16 by 16, in `currentColor` upon `var(--paper)`. */
export function shapeOf(state: ItemState): string {
  return states[state].shape
    .map(([element, attributes]) => {
      const inTag = Object.entries(attributes).map(([name, value]) => {
        const inSvg = name.replace(/[A-Z]/g, (sign) => `-${sign.toLowerCase()}`)
        return ` ${inSvg}="${escaped(value)}"`
      })
      return `<${element}${inTag.join('')}></${element}>`
    })
    .join('')
}
