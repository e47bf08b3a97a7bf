// Citation.js has no types of its own: as far as the tests use it.
declare module '@citation-js/core' {
  export class Cite {
    constructor(input: string)
    /** What was read, as CSL-JSON. */
    data: Record<string, unknown>[]
    format(name: 'bibliography', options: { template: 'apa'; lang: string }): string
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
