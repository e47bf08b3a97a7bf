/**
 * The `Content-Disposition` of a file to keep, whose name may be in any script (RFC 6266, RFC 5987).
 * @param plain the name for a program that reads ASCII alone.
 */
export function attachment(name: string, plain: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${plain.replace(/[^\w. -]/g, '-')}"; filename*=UTF-8''${encoded}`
}
