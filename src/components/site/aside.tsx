import { Children, Fragment, type ReactNode } from 'react'

/** Stands between facts that the layout sets apart, for whoever reads without it. */
export function Separator() {
  return <span className="visually-hidden"> · </span>
}

/** Facts in a row, each but the first after a separator; those that are nothing are left out. */
export function Separated({ children }: { children: ReactNode }) {
  const facts = Children.toArray(children)
  return facts.map((fact, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: facts of one row keep their order
    <Fragment key={index}>
      {index > 0 && <Separator />}
      {fact}
    </Fragment>
  ))
}

/** Words that the eye has from what stands around, for whoever is read one link or summary after another. */
export function Unseen({ children }: { children: ReactNode }) {
  return <span className="visually-hidden"> {children}</span>
}
