/** What a request tells of the browser that sent it. */
export type Browser = {
  /** The client's address, as the front server tells it; null where unknown. */
  address: string | null
  userAgent: string | null
  /** The `Cookie` header; empty where nobody is signed in. */
  cookie: string
}
